/// Sends an inquiry, at the website.
struct SendInquiry: PeerCommand {
  static let type = "inquiry.send"

  let memberId: String
  let platform: ShopSide
  let subject: String
  let text: String
  let sku: String?

  func decide(_ change: ShopChange) throws -> Inquiry {
    try change.accept(self, from: try change.member(memberId))
  }
}

/// Says something about an inquiry, at the website.
struct ReplyToInquiry: PeerCommand {
  static let type = "inquiry.reply"

  let inquiryId: String
  /// Absent where the staff says it.
  let memberId: String?
  let platform: ShopSide
  let text: String
  /// Whether the member takes the quote.
  let accept: Bool?

  func decide(_ change: ShopChange) throws -> Inquiry {
    let member = try memberId.map { try change.member($0) }
    let inquiry = try Inquiries.find(inquiryId, of: member, in: change.database)
    return try change.reply(self, to: inquiry)
  }
}

/// The staff's quote, at the website.
struct QuoteInquiry: PeerCommand {
  static let type = "inquiry.quote"

  let inquiryId: String
  let platform: ShopSide
  let amount: Money
  let note: String
  let validDays: Int

  func decide(_ change: ShopChange) throws -> Inquiry {
    try change.quote(self, for: try Inquiries.find(inquiryId, in: change.database))
  }
}

/// The staff has done with an inquiry, at the website.
struct CloseInquiry: PeerCommand {
  static let type = "inquiry.close"

  let inquiryId: String

  func decide(_ change: ShopChange) throws -> Inquiry {
    try change.close(try Inquiries.find(inquiryId, in: change.database))
  }
}
