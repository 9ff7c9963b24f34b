/// `GET /api/staff/inquiries/{id}`: anyone's.
struct StaffInquiryHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let id = call.parameters["id"] ?? ""
    return try .json(try await shop.database.read { try Inquiries.find(id, in: $0) })
  }
}

/// `POST /api/staff/inquiries/{id}/quote`.
struct QuoteInquiryHandler: Handler {
  private struct Body: Decodable {
    let amount: Money
    let note: String
    let validDays: Int
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let body = try call.decode(Body.self)
    let note = try InquiryText.check(body.note, field: "note")
    guard body.amount.fen > 0 else {
      throw InvalidRequest(field: "amount", reason: .outside("\"0.01\" or more"))
    }
    guard (1...365).contains(body.validDays) else {
      throw InvalidRequest(field: "validDays", reason: .outside("1 to 365"))
    }
    let command = QuoteInquiry(
      inquiryId: call.parameters["id"] ?? "", platform: shop.side, amount: body.amount,
      note: note, validDays: body.validDays)
    return try .json(try await shop.decideInquiry(command, for: call))
  }
}

/// `POST /api/staff/inquiries/{id}/replies`.
struct StaffReplyHandler: Handler {
  private struct Body: Decodable {
    let text: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let text = try InquiryText.check(try call.decode(Body.self).text, field: "text")
    let command = ReplyToInquiry(
      inquiryId: call.parameters["id"] ?? "", memberId: nil, platform: shop.side, text: text,
      accept: nil)
    return try .json(try await shop.decideInquiry(command, for: call), status: 201)
  }
}

/// `POST /api/staff/inquiries/{id}/close`.
struct CloseInquiryHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let command = CloseInquiry(inquiryId: call.parameters["id"] ?? "")
    return try .json(try await shop.decideInquiry(command, for: call))
  }
}
