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
