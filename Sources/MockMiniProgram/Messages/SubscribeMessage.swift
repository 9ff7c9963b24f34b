import Foundation
import MockKit

/// News as the body of `POST /cgi-bin/message/subscribe/send`.
struct SubscribeMessage: Encodable {
  struct Field: Encodable {
    let value: String
  }

  enum CodingKeys: String, CodingKey {
    case touser, page, data, lang
    case template = "template_id"
    case state = "miniprogram_state"
  }

  let touser: String
  let template: String
  let page: String
  let data: [String: Field]
  let state = "formal"
  let lang = "zh_CN"

  /// Nothing where the app has no template for such news.
  init?(_ message: NewsBook.Message, app: SeedData.App) {
    let news = message.news
    guard let template = app.template(for: news.use) else { return nil }
    touser = message.openid
    self.template = template.id
    page = news.page
    data = Dictionary(
      uniqueKeysWithValues: zip(template.keywords, news.values).map { ($0, Field(value: $1)) })
  }
}

extension News {
  fileprivate var use: WeChatTemplate.Use {
    switch topic {
    case .order: .order
    case .afterSales: .afterSales
    case .booking: .booking
    }
  }

  /// What a tap opens.
  fileprivate var page: String {
    booking.map { "pages/bookings/detail?id=\($0.bookingId)" }
      ?? "pages/orders/detail?id=\(orderId ?? "")"
  }

  /// For the template's keywords, in their order.
  fileprivate var values: [String] {
    if let booking {
      return [booking.service, booking.localStart, phrase, booking.address, booking.notes ?? "无"]
        .map { String($0.prefix(20)) }
    }
    let price = amount.map { "¥\($0.text)" } ?? ""
    return [afterSalesId ?? orderId ?? "", phrase, price, ChinaTime.minutes(of: at) ?? at]
  }

  /// At most five characters.
  fileprivate var phrase: String {
    switch status {
    case "paid": "已支付"
    case "shipped": "已发货"
    case "completed": "已完成"
    case "cancelled": "已取消"
    case "refunded": "已退款"
    case "approved": "已通过"
    case "rejected": "未通过"
    case "confirmed": "已确认"
    case "reminder": "即将开始"
    default: "已更新"
    }
  }
}
