import MockKit

/// News as they stand in a message of WeChat.
extension News {
  var use: WeChatTemplate.Use {
    switch topic {
    case .order: .order
    case .afterSales: .afterSales
    case .inquiry: .inquiry
    case .solution: .solution
    case .booking: .booking
    }
  }

  /// For the template's keywords, in their order.
  var values: [String] {
    if let booking {
      return [booking.service, booking.localStart, phrase, booking.address, booking.notes ?? "无"]
        .map { String($0.prefix(20)) }
    }
    return [number, phrase, remark, ChinaTime.minutes(of: at) ?? at]
  }

  private var number: String { afterSalesId ?? inquiryId ?? solutionId ?? orderId ?? "" }

  /// At most five characters.
  private var phrase: String {
    switch status {
    case "paid": "已支付"
    case "shipped": "已发货"
    case "completed": "已完成"
    case "cancelled": "已取消"
    case "refunded": "已退款"
    case "approved": "已通过"
    case "rejected": "未通过"
    case "accepted", "received": "已受理"
    case "quoted": "已报价"
    case "replied": "有新回复"
    case "closed": "已完结"
    case "reviewing": "评审中"
    case "designing": "设计中"
    case "delivered": "已交付"
    case "confirmed": "已确认"
    case "reminder": "即将开始"
    default: "已更新"
    }
  }

  /// The third line: an amount, or up to 20 characters about whom to ask or what it is.
  private var remark: String {
    switch topic {
    case .order, .afterSales, .booking: amount.map { "¥\($0.text)" } ?? ""
    case .inquiry, .solution:
      contact.map { "\($0.name)（企业微信）" } ?? amount.map { "报价 ¥\($0.text)" } ?? about
    }
  }

  /// What a line may hold of what the member has called it.
  private var about: String {
    let plain = (subject ?? "").map { $0.isNewline || $0 == "\t" ? " " : $0 }.filter { character in
      !character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    return plain.allSatisfy(\.isWhitespace) ? title : String(plain.prefix(20))
  }

  /// What a tap on the message opens.
  var page: String {
    switch topic {
    case .order, .afterSales: "pages/orders/detail?id=\(orderId ?? "")"
    case .inquiry: "pages/inquiries/detail?id=\(inquiryId ?? "")"
    case .solution: "pages/solutions/detail?id=\(solutionId ?? "")"
    case .booking: "pages/bookings/detail?id=\(booking?.bookingId ?? "")"
    }
  }
}
