/// The header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a string of structured
/// fields, `"8e03978e-…"`. Many clients leave the quotes out; that is taken, too.
struct IdempotencyKey: Sendable, Equatable {
  static let header = "idempotency-key"
  private static let lengths = 1...255

  let text: String

  init(_ header: String) throws(IdempotencyError) {
    let trimmed = header.drop { $0 == " " }
    guard let text = trimmed.first == "\"" ? Self.quoted(trimmed) : Self.bare(trimmed),
      Self.lengths.contains(text.utf8.count)
    else { throw .invalidKey(header) }
    self.text = text
  }

  /// Within quotes: printable ASCII, a backslash only before a quote or a backslash (RFC 9651).
  private static func quoted(_ text: Substring) -> String? {
    var rest = text.dropFirst()
    var result = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return rest.allSatisfy { $0 == " " } ? result : nil
      case "\\":
        guard let escaped = rest.popFirst(), "\"\\".contains(escaped) else { return nil }
        result.append(escaped)
      case " "..."~": result.append(character)
      default: return nil
      }
    }
    return nil
  }

  private static func bare(_ text: Substring) -> String? {
    text.allSatisfy { ("!"..."~").contains($0) && !"\",".contains($0) } ? String(text) : nil
  }
}
