import Foundation
import MockKit

/// The fields of a form that was sent, `application/x-www-form-urlencoded`.
struct FormFields: Sendable {
  private let fields: [String: String]

  init(_ call: Call) {
    var components = URLComponents()
    let text = String(decoding: call.body, as: UTF8.self).replacing("+", with: "%20")
    // Anything else than pairs is no field; what Foundation would trap on it never gets.
    let isEncoded = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "#") }
    if isEncoded, text.removingPercentEncoding != nil { components.percentEncodedQuery = text }
    let pairs = (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }
    // What the address says goes before what a form says.
    fields = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
      .merging(call.parameters) { $1 }
  }

  /// Empty where there is none.
  subscript(_ name: String) -> String { fields[name] ?? "" }

  /// What the form shows again when it is refused: all but passwords and tokens.
  var shownAgain: [String: String] {
    let secrets = ["password", "old", "new", "csrf", "key"]
    return fields.filter { !secrets.contains($0.key) }
  }
}
