extension News {
  /// What the member is told of an inquiry, in order: that it is there, with whom to ask, each quote
  /// and reply of the staff, and its end. Nobody is told what he said himself.
  static func all(of inquiry: Inquiry) -> [News] {
    let said = inquiry.messages.filter { $0.author == .staff }.map { message in
      News(
        of: inquiry, message.amount == nil ? .replied : .quoted, "nt_\(message.messageId)",
        at: message.at, amount: message.amount)
    }
    let end = inquiry.closedAt.map {
      News(of: inquiry, .closed, "nt_\(inquiry.inquiryId)_closed", at: $0)
    }
    let start = News(of: inquiry, .accepted, "nt_\(inquiry.inquiryId)", at: inquiry.createdAt)
    return [start] + said + (end.map { [$0] } ?? [])
  }

  private enum Step: String {
    case accepted, quoted, replied, closed

    var chinese: String {
      switch self {
      case .accepted: "您的询价已受理"
      case .quoted: "您的询价已有报价"
      case .replied: "客服回复了您的询价"
      case .closed: "您的询价已完结"
      }
    }

    var english: String {
      switch self {
      case .accepted: "We have your inquiry"
      case .quoted: "There is a quote for your inquiry"
      case .replied: "There is a reply to your inquiry"
      case .closed: "Your inquiry is closed"
      }
    }
  }

  private init(
    of inquiry: Inquiry, _ step: Step, _ id: String, at time: String, amount: Money? = nil
  ) {
    self.init(
      notificationId: id, memberId: inquiry.memberId, topic: .inquiry,
      inquiryId: inquiry.inquiryId, subject: inquiry.subject,
      contact: step == .accepted ? inquiry.contact : nil, status: step.rawValue,
      title: step.chinese, titleEn: step.english, amount: amount, at: time)
  }
}
