/// What a member asks before buying, with what the staff quotes and what is said about it, as both
/// platforms show it and as it travels. The website decides about it.
package struct Inquiry: Equatable, VersionedRecord {
  package enum Status: String, Sendable, Codable {
    case accepted, quoted, answered, closed
  }

  package let inquiryId: String
  package var memberId: String
  /// Where it was sent.
  package let origin: ShopSide
  package let subject: String
  package let sku: String?
  package var status: Status
  /// Rises by one with every change; a lower one never replaces a higher one.
  package var version: Int
  /// Who of the staff looks after it.
  package let contact: ServiceContact
  /// The latest one.
  package var quote: InquiryQuote?
  /// The oldest first; each later than the one before.
  package var messages: [InquiryMessage]
  package let createdAt: String
  package var closedAt: String?
}

extension Inquiry {
  /// When something last happened to it.
  var latest: String { closedAt ?? messages.last?.at ?? createdAt }
}
