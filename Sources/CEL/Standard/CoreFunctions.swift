import Values

/// `size`, `type`, `dyn` and the searches in strings.
enum CoreFunctions {
  static let all: [StandardFunction] = [
    StandardFunction("size", sizes, size),
    StandardFunction("size", sizes, receiver: true, size),
    StandardFunction("type", [.takes(.dyn, giving: .type)]) { arguments, _ in
      .type(arguments[0].typeName)
    },
    StandardFunction("dyn", [.takes(.dyn, giving: .dyn)]) { arguments, _ in arguments[0] },
    StandardFunction("contains", [search], receiver: true) {
      (arguments, budget) throws(Problem) in
      let (text, part) = try twoTexts(arguments, &budget)
      return .bool(ByteSearch(part).firstPlace(in: text, from: 0) != nil)
    },
    StandardFunction("startsWith", [search], receiver: true) {
      (arguments, budget) throws(Problem) in
      let (text, part) = try twoTexts(arguments, &budget)
      return .bool(text.starts(with: part))
    },
    StandardFunction("endsWith", [search], receiver: true) {
      (arguments, budget) throws(Problem) in
      let (text, part) = try twoTexts(arguments, &budget)
      return .bool(text.count >= part.count && text[(text.count - part.count)...] == part[...])
    },
    StandardFunction("matches", [search], receiver: true, matches),
    StandardFunction("matches", [search], matches),
  ]

  private static let search = Signature.takes(.string, .string, giving: .bool)

  private static let sizes: [Signature] = [
    .takes(.string, giving: .int), .takes(.bytes, giving: .int),
    .takes(.list(.dyn), giving: .int), .takes(.map(key: .dyn, value: .dyn), giving: .int),
  ]

  private static func size(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    switch arguments[0] {
    case .string(let text):
      try budget.spend(text.utf8.count)
      return .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    case .list(let list): return .int(Int64(list.count))
    case .map(let map): return .int(Int64(map.count))
    default: throw .noOverload
    }
  }

  private static func twoTexts(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> ([UInt8], [UInt8]) {
    guard case .string(let text) = arguments[0], case .string(let part) = arguments[1] else {
      throw .noOverload
    }
    try budget.spend(text.utf8.count + part.utf8.count)
    return (Array(text.utf8), Array(part.utf8))
  }

  private static func matches(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    guard case .string(let text) = arguments[0], case .string(let source) = arguments[1] else {
      throw .noOverload
    }
    let pattern: Pattern
    try budget.spend(source.utf8.count * 16)
    do throws(PatternError) {
      pattern = try Pattern(source)
    } catch {
      throw .because(.invalidPattern(error))
    }
    return .bool(try pattern.matches(text, &budget))
  }
}
