import Values

extension Machine {
  /// Calls a function with the values on the stack and puts its result in their place.
  mutating func call(_ call: Program.Call) {
    let start = stack.count - call.argumentCount - (call.hasReceiver ? 1 : 0)
    var isQualified = false
    var arguments: [Value] = []
    arguments.reserveCapacity(stack.count - start)
    var failed: StackItem?
    for item in stack[start...] {
      switch item {
      case .value(let value): arguments.append(value)
      case .namespace: isQualified = true
      case .error: failed = failed ?? item
      }
    }
    stack.removeSubrange(start...)
    stack.append(failed ?? result(of: call, arguments, isQualified: isQualified))
  }

  private mutating func result(
    of call: Program.Call, _ arguments: [Value], isQualified: Bool
  ) -> StackItem {
    let hasReceiver = call.hasReceiver && !isQualified
    let name = isQualified ? call.qualifiedName ?? call.name : call.name
    let standard = isQualified ? call.qualifiedStandard : call.standard
    let hosted = scope.functions.hosted(name, receiver: hasReceiver) ?? []
    do throws(Problem) {
      if let function = hosted.first(where: { $0.arities.contains(call.argumentCount) }) {
        return .value(try host(function, arguments))
      }
      if let standard, standard.arities.contains(call.argumentCount) {
        if let pattern = call.pattern { return .value(try matches(pattern, arguments)) }
        return .value(try standard.body(arguments, &budget))
      }
    } catch {
      return failure(error, call.range, function: name, arguments: arguments)
    }
    return missing(call, name, hosted, standard)
  }

  private mutating func host(
    _ function: HostFunction, _ arguments: [Value]
  ) throws(Problem) -> Value {
    let result: Value
    do throws(HostError) {
      result = try function.body(scope.functions.subject, arguments)
    } catch {
      throw .because(.host(function: function.name, error: error))
    }
    switch result {
    case .string(let text): try budget.build(text.utf8.count)
    case .bytes(let bytes): try budget.build(bytes.count)
    default: break
    }
    return result
  }

  private mutating func matches(
    _ pattern: Result<Pattern, PatternError>, _ arguments: [Value]
  ) throws(Problem) -> Value {
    guard case .string(let text)? = arguments.first else { throw .noOverload }
    switch pattern {
    case .success(let pattern): return .bool(try pattern.matches(text, &budget))
    case .failure(let error): throw .because(.invalidPattern(error))
    }
  }

  private func missing(
    _ call: Program.Call, _ name: String, _ hosted: [HostFunction], _ standard: StandardFunction?
  ) -> StackItem {
    let allowed = Set(hosted.flatMap { Array($0.arities) } + (standard?.arities ?? []))
    guard !allowed.isEmpty else {
      return failure(.unknownFunction(name: name, nearest: nil), call.range)
    }
    let kind = EvaluationError.Kind.argumentCount(
      function: name, given: call.argumentCount, allowed: allowed.sorted())
    return failure(kind, call.range)
  }
}
