import Values

/// Names, fields, elements and collections.
extension TypeChecker {
  func variable(_ path: Program.Path) -> (type: StaticType, length: Int)? {
    for length in stride(from: min(path.names.count, Program.Path.dottedLimit), to: 0, by: -1) {
      let name = length == 1 ? path.names[0] : path.names.prefix(length).joined(separator: ".")
      if let type = variables(name) { return (type, length) }
    }
    return nil
  }

  mutating func type(of path: Program.Path) -> StaticType {
    if let found = variable(path) { return fields(of: found, path) }
    if let denoted = path.type { return fields(of: (.type, denoted.length), path) }
    return .dyn
  }

  private mutating func fields(
    of found: (type: StaticType, length: Int), _ path: Program.Path
  ) -> StaticType {
    var type = found.type
    for place in found.length..<path.names.count {
      type = field(path.names[place], of: type, path.ranges[place])
    }
    return type
  }

  private mutating func field(
    _ name: String, of type: StaticType, _ range: Range<Int>
  ) -> StaticType {
    switch type {
    case .dyn: return .dyn
    case .record(let fields): return fields[name] ?? .dyn
    case .map(let key, let value) where key.canBeString: return value
    default:
      report(.noField(name: name, type: type), range)
      return .dyn
    }
  }

  mutating func select(_ name: String, _ range: Range<Int>) {
    let base = pop()
    let type = field(name, of: base.type, range)
    push(type, base.range.lowerBound..<range.upperBound)
  }

  mutating func has(_ name: String, _ range: Range<Int>) {
    let base = pop()
    switch base.type {
    case .dyn, .map, .record: break
    default: report(.noField(name: name, type: base.type), range)
    }
    push(.bool, base.range.lowerBound..<range.upperBound)
  }

  mutating func index(_ range: Range<Int>) {
    let index = pop()
    let base = pop()
    if let type = element(index, of: base.type) { return push(type, range) }
    report(.noOverload(function: "_[_]", arguments: [base.type, index.type]), range)
    push(.dyn, range)
  }

  private func element(_ index: Item, of type: StaticType) -> StaticType? {
    switch type {
    case .dyn: return .dyn
    case .list(let element): return index.type == .dyn || index.type.isNumber ? element : nil
    case .map(let key, let value):
      return index.type.canBeLookedUp && key.canEqual(index.type) ? value : nil
    case .record(let fields):
      guard index.type.canBeString else { return nil }
      return index.literal?.stringValue.flatMap { fields[$0] } ?? .dyn
    default: return nil
    }
  }

  mutating func list(_ count: Int, _ range: Range<Int>) {
    let types = popTypes(count)
    push(StaticType.list(StaticType.common(types)).bounded, range)
  }

  mutating func map(_ count: Int, _ range: Range<Int>) {
    let items = Array(stack.suffix(count * 2))
    stack.removeLast(min(stack.count, count * 2))
    let keys = stride(from: 0, to: items.count, by: 2).map { items[$0] }
    let values = stride(from: 1, to: items.count, by: 2).map { items[$0].type }
    for key in keys where !key.type.canBeKey {
      report(.unsupportedKey(type: key.type), key.range)
    }
    let names = keys.compactMap { $0.literal?.stringValue }
    let type: StaticType =
      names.count == keys.count && !keys.isEmpty
      ? .record(Dictionary(zip(names, values)) { $1 })
      : .map(key: StaticType.common(keys.map(\.type)), value: StaticType.common(values))
    push(type.bounded, range)
  }

  mutating func popTypes(_ count: Int) -> [StaticType] {
    let types = stack.suffix(count).map(\.type)
    stack.removeLast(min(stack.count, count))
    return types
  }
}
