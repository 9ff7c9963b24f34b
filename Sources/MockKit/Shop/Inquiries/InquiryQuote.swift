/// What the staff wants for what was asked about.
package struct InquiryQuote: Sendable, Equatable, Codable {
  package let amount: Money
  package let note: String
  /// RFC 3339; afterwards nobody may take it.
  package let validUntil: String
  package let quotedAt: String
  /// Absent until the member says.
  package var accepted: Bool?
}
