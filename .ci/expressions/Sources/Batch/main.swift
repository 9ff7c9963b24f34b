// Evaluates one expression a line: `{"expr": "a + 1", "bindings": {"a": {"int": "1"}}}` in,
// `{"value": {"int": "2"}}` or `{"error": "…", "stage": "parse"}` out. With `"language": "zh"` errors
// are told in Chinese.
import CEL
import Values

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func answer(_ line: String) -> Value {
  guard let request = try? Value(json: line), let source = request["expr"]?.stringValue else {
    return ["error": "no request", "stage": "read"]
  }
  let language = request["language"]?.stringValue.flatMap(MessageLanguage.init) ?? .english
  var variables: [String: Value] = [:]
  for (key, value) in request["bindings"]?.mapValue ?? [:] {
    variables[key.stringValue ?? ""] = TypedValue.value(value)
  }
  do {
    let expression = try Expression(source)
    let problems = expression.checked { variables[$0]?.knownType }.problems
    var result: [(Value, Value)] = []
    do {
      result = [
        ("value", TypedValue.typed(try expression.evaluate(in: Scope(variables: variables))))
      ]
    } catch {
      result = [("error", .string(error.message(in: language))), ("stage", "evaluate")]
    }
    if let problem = problems.first { result.append(("problem", .string("\(problem)"))) }
    return .map(ValueMap(result))
  } catch {
    return ["error": .string(error.message(in: language)), "stage": "parse"]
  }
}

extension Value {
  /// What a checker may know of a variable that has this value.
  var knownType: StaticType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type
    case .list: .list(.dyn)
    case .map: .map(key: .dyn, value: .dyn)
    }
  }
}

while let line = readLine() {
  print(answer(line).json())
  // The asker waits for the answer before it asks again.
  fflush(nil)
}
