/// One thing that was said about an inquiry.
package struct InquiryMessage: Sendable, Equatable, Codable {
  package enum Author: String, Sendable, Codable {
    case member, staff
  }

  /// Follows from the inquiry and its place there.
  package let messageId: String
  package let author: Author
  /// Where it was said.
  package let platform: ShopSide
  package let text: String
  /// Of the quote that it is.
  package let amount: Money?
  /// Whether it takes the quote or leaves it, where it says so.
  package let accept: Bool?
  /// RFC 3339.
  package let at: String
}
