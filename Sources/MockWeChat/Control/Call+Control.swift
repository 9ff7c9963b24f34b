import Foundation
import MockKit

extension Call {
  /// The body of a control, which may hold only keys that are known.
  ///
  /// - Throws: `InvalidRequest`, `UnknownKey`.
  func control<Value: Decodable, Key: CodingKey & CaseIterable>(
    _ type: Value.Type, _ keys: Key.Type
  ) throws -> Value {
    guard String(validating: body, as: UTF8.self) != nil else {
      throw InvalidRequest(field: "", reason: .outside("UTF-8"))
    }
    let known = keys.allCases.map(\.stringValue)
    if let found = names.first(where: { !known.contains($0) }) {
      throw UnknownKey(found: found, known: known)
    }
    return try decode(type)
  }

  /// Of the body's keys, sorted; none where it is no object.
  private var names: [String] {
    let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any]
    return (object ?? [:]).keys.sorted()
  }
}

/// A key that a control does not have.
struct UnknownKey: Error, Equatable, ProblemConvertible {
  let found: String
  let known: [String]

  var problem: Problem {
    let hint = Nearest.of(found, in: known).map { "did you mean `\($0)`?" }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Problem(
      422, "unknown-key", "No such key",
      detail: "The body has a key `\(found)`, which means nothing here; "
        + (hint ?? "expected one of \(list)."))
  }
}
