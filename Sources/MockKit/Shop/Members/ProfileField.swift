/// What a member tells of themselves, each replicated on its own.
package enum ProfileField: String, Sendable, Codable, CaseIterable, CodingKey {
  case name, email, birthday, city

  /// The columns of a table that keeps each with its stamp.
  static let columns = allCases.flatMap { [$0.rawValue, "\($0.rawValue)_stamp"] }

  /// Every field but the name may be cleared.
  func check(_ value: String, today: String) throws(InvalidRequest) {
    let (isRight, expected) =
      switch self {
      case .name, .city: (Self.isReadable(value), "1 to 50 characters that can be read")
      case .email: (Self.isAddress(value), "an e-mail address")
      case .birthday:
        (CalendarDate.isValid(value) && value <= today, "a past date such as 1990-12-31")
      }
    guard isRight else { throw InvalidRequest(field: rawValue, reason: .outside(expected)) }
  }

  /// Not blank, and without control characters.
  private static func isReadable(_ text: String) -> Bool {
    let controls: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator]
    let scalars = text.unicodeScalars
    return (1...50).contains(text.count) && text.contains { !$0.isWhitespace }
      && !scalars.contains { controls.contains($0.properties.generalCategory) }
  }

  /// As browsers check them, roughly: something, `@`, a domain with a dot.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && !labels.contains { $0.isEmpty }
      && text.allSatisfy { !$0.isWhitespace && $0 != "," && $0 != "<" && $0 != ">" }
  }
}
