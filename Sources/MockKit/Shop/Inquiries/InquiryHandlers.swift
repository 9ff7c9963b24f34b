/// `POST /api/inquiries`.
struct SendInquiryHandler: Handler {
  private struct Body: Decodable {
    let subject: String
    let text: String
    let sku: String?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let subject = try InquiryText.check(body.subject, field: "subject", most: 50)
    let text = try InquiryText.check(body.text, field: "text")
    let member = try await shop.read(as: call) { $1 }
    let command = SendInquiry(
      memberId: member, platform: shop.side, subject: subject, text: text, sku: body.sku)
    return try .json(try await shop.decideInquiry(command, for: call), status: 201)
  }
}

/// `POST /api/inquiries/{id}/replies`.
struct ReplyToInquiryHandler: Handler {
  private struct Body: Decodable {
    let text: String
    let accept: Bool?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let text = try InquiryText.check(body.text, field: "text")
    let member = try await shop.read(as: call) { $1 }
    let command = ReplyToInquiry(
      inquiryId: call.parameters["id"] ?? "", memberId: member, platform: shop.side, text: text,
      accept: body.accept)
    return try .json(try await shop.decideInquiry(command, for: call), status: 201)
  }
}

extension Shop {
  /// The website decides about all inquiries.
  func decideInquiry<Command: PeerCommand>(
    _ command: Command, for call: Call
  ) async throws -> Inquiry where Command.Answer == Inquiry {
    try await decide(command, at: .web, for: call) { try LinkApplier(change: $0).take($1) }
  }
}
