import Values

extension Machine {
  /// The value of a path, each field's error standing at the field.
  func value(of path: Program.Path) -> StackItem {
    guard let found = variable(path) ?? path.type.map({ (.type($0.name), $0.length) }) else {
      return failure(.undeclared(name: path.names[0], nearest: nil), path.ranges[0])
    }
    return fields(of: found, path)
  }

  private func fields(of found: (value: Value, length: Int), _ path: Program.Path) -> StackItem {
    var value = found.value
    for place in found.length..<path.names.count {
      do throws(Problem) {
        value = try Selection.field(path.names[place], of: value)
      } catch {
        return failure(error, path.ranges[place], function: "", arguments: [])
      }
    }
    return .value(value)
  }

  /// The variable that a path begins with and how many of its names the variable's name takes: the
  /// longest, as names may contain dots.
  private func variable(_ path: Program.Path) -> (value: Value, length: Int)? {
    if scope.hasDottedNames {
      for length in stride(from: min(path.names.count, Program.Path.dottedLimit), to: 1, by: -1) {
        let name = path.names.prefix(length).joined(separator: ".")
        if let value = scope[name] { return (value, length) }
      }
    }
    return scope[path.names[0]].map { ($0, 1) }
  }

  /// Pushes the receiver of a call, or the mark that its path is the function's namespace.
  mutating func pushReceiver(_ path: Program.Path, _ call: Program.Call) {
    if let found = variable(path) {
      stack.append(fields(of: found, path))
    } else if let name = call.qualifiedName,
      call.qualifiedStandard != nil || scope.functions.hasNamespace(of: name)
    {
      stack.append(.namespace)
    } else {
      stack.append(value(of: path))
    }
  }

  /// The error with the name that may have been meant. Looking for it takes time, so it is done for
  /// an error that comes out, not for one that `||` absorbs.
  func hinted(_ result: Result<Value, EvaluationError>) -> Result<Value, EvaluationError> {
    result.mapError { error in
      switch error.kind {
      case .undeclared(let name, _):
        let nearest = Nearest.name(to: name, among: scope.names)
        return EvaluationError(kind: .undeclared(name: name, nearest: nearest), range: error.range)
      case .unknownFunction(let name, _):
        let nearest = Nearest.name(to: name, among: scope.functions.names)
        return EvaluationError(
          kind: .unknownFunction(name: name, nearest: nearest), range: error.range)
      case .noSuchKey(let key, let available):
        let kind = EvaluationError.Kind.noSuchKey(
          key: key, available: Self.nearestFirst(available, to: key))
        return EvaluationError(kind: kind, range: error.range)
      default: return error
      }
    }
  }

  /// Longer keys are no names that somebody mistypes, and comparing them takes long.
  private static let longestName = 40

  /// The keys in the map's order, but the one that may have been meant before all others.
  private static func nearestFirst(_ keys: [Value], to key: Value) -> [Value] {
    let names = keys.compactMap(\.stringValue).filter { $0.utf8.count <= longestName }
    guard let name = key.stringValue, name.utf8.count <= longestName,
      let nearest = Nearest.name(to: name, among: names),
      let place = keys.firstIndex(of: .string(nearest))
    else { return keys }
    return [keys[place]] + keys[..<place] + keys[(place + 1)...]
  }
}
