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
    let (type, problems) = expression.checked { variables[$0]?.staticType }
    var result: [(Value, Value)] = []
    do {
      let value = try expression.evaluate(in: Scope(variables: variables))
      result = [("value", TypedValue.typed(value))]
      if !value.fits(type) { result.append(("mistyped", .string("\(type)"))) }
    } catch {
      result = [("error", .string(error.message(in: language))), ("stage", "evaluate")]
    }
    if let problem = problems.first { result.append(("problem", .string("\(problem)"))) }
    return .map(ValueMap(result))
  } catch {
    return ["error": .string(error.message(in: language)), "stage": "parse"]
  }
}

while let line = readLine() {
  print(answer(line).json())
  // The asker waits for the answer before it asks again.
  fflush(nil)
}
