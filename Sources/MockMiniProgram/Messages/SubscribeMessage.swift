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
    guard let template = app.template(for: news.topic == .order ? .order : .afterSales) else {
      return nil
    }
    let values = [
      news.number, news.phrase, "¥\(news.amount.text)", ChinaTime.minutes(of: news.at) ?? news.at,
    ]
    touser = message.openid
    self.template = template.id
    page = "pages/orders/detail?id=\(news.orderId)"
    data = Dictionary(
      uniqueKeysWithValues: zip(template.keywords, values).map { ($0, Field(value: $1)) })
  }
}

extension News {
  fileprivate var number: String { afterSalesId ?? orderId }

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
    default: "已更新"
    }
  }
}
