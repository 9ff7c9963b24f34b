/// A login that the mini-program hands over to the website, as it travels.
package struct Handover: Sendable, Equatable, Codable {
  /// How long a ticket is good.
  static let life: Duration = .seconds(120)

  package let handoverId: String
  package var memberId: String
  /// The website's page, such as `/orders/W…`.
  package let to: String
  /// Where in the mini-program it began, such as `orders`.
  package let source: String?
  /// RFC 3339, as all moments here.
  package let issuedAt: String
  package let expiresAt: String
  /// When the member came to the website.
  package var enteredAt: String?
}
