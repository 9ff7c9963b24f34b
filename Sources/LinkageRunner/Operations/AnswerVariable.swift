import LinkageCore
import Values

/// An answer as expressions see it: `http.status`, `.headers`, `.cookies`, `.body`, `.text`,
/// `.url`, `.ms`.
enum AnswerVariable {
  static func value(of answer: HTTPAnswer, took: Nanoseconds) -> Value {
    let text = String(decoding: answer.body, as: UTF8.self)
    return .map(
      [
        "status": .int(Int64(answer.status)), "headers": .map(headers(of: answer)),
        "cookies": .map(cookies(of: answer)), "body": body(of: answer),
        "text": .string(text), "url": .string(answer.url), "ms": .double(took.milliseconds),
      ])
  }

  /// What stands in for an answer that never came.
  static let none = Value.map(ValueMap())

  /// A body that is not JSON is `null`; its text is in `http.text`.
  private static func body(of answer: HTTPAnswer) -> Value {
    (try? Value(jsonBytes: answer.body)) ?? .null
  }

  /// Repeated headers are joined by `, `; `set-cookie` is a list.
  private static func headers(of answer: HTTPAnswer) -> ValueMap {
    var map = ValueMap()
    for header in answer.headers {
      let name = Value.string(header.name)
      if header.name == "set-cookie" {
        map[name] = .list((map[name]?.listValue ?? []) + [.string(header.value)])
      } else {
        map[name] = .string(
          map[name].flatMap(\.stringValue).map { "\($0), \(header.value)" } ?? header.value)
      }
    }
    return map
  }

  private static func cookies(of answer: HTTPAnswer) -> ValueMap {
    var map = ValueMap()
    for header in answer.headers where header.name == "set-cookie" {
      let pair = header.value.prefix { $0 != ";" }
      guard let equals = pair.firstIndex(of: "=") else { continue }
      map[.string(String(pair[..<equals]))] = .string(String(pair[pair.index(after: equals)...]))
    }
    return map
  }
}
