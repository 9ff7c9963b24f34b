/// What the website decides about inquiries.
extension ShopChange {
  /// More would not fit a message of the link.
  private static let mostMessages = 100

  func accept(_ command: SendInquiry, from member: String) throws -> Inquiry {
    if let sku = command.sku, try Products.find(sku, in: database) == nil {
      throw ProductError.notFound(sku)
    }
    var inquiry = Inquiry(
      inquiryId: ids.inquiry(try Counter.inquiry.next(in: database)), memberId: member,
      origin: command.platform, subject: command.subject, sku: command.sku, status: .accepted,
      version: 1, contact: .shop, quote: nil, messages: [], createdAt: timestamp, closedAt: nil)
    inquiry.messages = [
      InquiryMessage(
        messageId: "\(inquiry.inquiryId)_1", author: .member, platform: command.platform,
        text: command.text, amount: nil, accept: nil, at: inquiry.createdAt)
    ]
    try put(inquiry)
    return inquiry
  }

  func reply(_ command: ReplyToInquiry, to inquiry: Inquiry) throws -> Inquiry {
    var answered = try inquiry.open
    if let accept = command.accept { answered.quote = try answer(accept, to: answered) }
    if command.memberId != nil, answered.status == .quoted { answered.status = .answered }
    for _ in 1...(doubles(command) ? 2 : 1) {
      try say(
        command.text, in: &answered, as: command.memberId == nil ? .staff : .member,
        on: command.platform, accept: command.accept)
    }
    return try next(answered)
  }

  private func answer(_ accept: Bool, to inquiry: Inquiry) throws -> InquiryQuote {
    guard var quote = inquiry.quote, quote.accepted == nil else {
      throw InquiryError.notQuoted(inquiry.inquiryId)
    }
    guard !accept || timestamp <= quote.validUntil else {
      throw InquiryError.quoteExpired(inquiry.inquiryId, until: quote.validUntil)
    }
    quote.accepted = accept
    return quote
  }

  func quote(_ command: QuoteInquiry, for inquiry: Inquiry) throws -> Inquiry {
    var quoted = try inquiry.open
    let end = shop.clock.now + .seconds(Int64(command.validDays) * 86_400)
    try say(
      command.note, in: &quoted, as: .staff, on: command.platform, amount: command.amount)
    quoted.quote = InquiryQuote(
      amount: command.amount, note: command.note, validUntil: MockClock.timestamp(end),
      quotedAt: quoted.latest, accepted: nil)
    quoted.status = .quoted
    return try next(quoted)
  }

  func close(_ inquiry: Inquiry) throws -> Inquiry {
    var closed = try inquiry.open
    closed.closedAt = moment(after: inquiry.latest)
    closed.status = .closed
    return try next(closed)
  }

  private func say(
    _ text: String, in inquiry: inout Inquiry, as author: InquiryMessage.Author,
    on platform: ShopSide, amount: Money? = nil, accept: Bool? = nil
  ) throws {
    let place = inquiry.messages.count + 1
    guard place <= Self.mostMessages else {
      throw InquiryError.full(inquiry.inquiryId, most: Self.mostMessages)
    }
    inquiry.messages.append(
      InquiryMessage(
        messageId: "\(inquiry.inquiryId)_\(place)", author: author, platform: platform,
        text: text, amount: amount, accept: accept, at: moment(after: inquiry.latest)))
  }

  private func next(_ inquiry: Inquiry) throws -> Inquiry {
    var next = inquiry
    next.version += 1
    try put(next)
    return next
  }

  /// Writes it down, and tells the other side and the member.
  private func put(_ inquiry: Inquiry) throws {
    try LinkApplier(change: self).take(inquiry)
    try publish(.inquiryChanged, of: inquiry.inquiryId, for: inquiry.memberId, inquiry)
  }
}

extension Inquiry {
  /// The same, where something may still be said.
  fileprivate var open: Inquiry {
    get throws(InquiryError) {
      guard status != .closed else { throw .closed(inquiryId) }
      return self
    }
  }
}

extension LinkApplier {
  /// Each state carries all that was said before, so the member is told of everything in order, also
  /// where a later state has overtaken an earlier one.
  func take(_ inquiry: Inquiry) throws {
    var inquiry = inquiry
    inquiry.memberId = try known(inquiry.memberId)
    try Inquiries.put(inquiry, in: database)
    for news in News.all(of: inquiry) { try news.post(by: change.shop, in: database) }
  }
}
