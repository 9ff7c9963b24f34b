/// The body of `POST /cgi-bin/message/subscribe/send`.
struct MessageBody: Sendable, Decodable {
  /// A text or a number.
  private struct Value: Sendable, Decodable {
    let text: String?

    private enum CodingKeys: String, CodingKey {
      case value
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      let number = try? fields.decode(Int.self, forKey: .value)
      text = number.map(String.init) ?? (try? fields.decode(String.self, forKey: .value))
    }
  }

  private enum CodingKeys: String, CodingKey {
    case touser, page, data
    case state = "miniprogram_state"
    case language = "lang"
    case template = "template_id"
  }

  let touser: String?
  let template: String?
  let page: String?
  let state: String?
  let language: String?
  /// Empty where the data is no object: sending it as a string is the frequent mistake.
  let values: [String: String]

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    touser = try fields.decodeIfPresent(String.self, forKey: .touser)
    template = try fields.decodeIfPresent(String.self, forKey: .template)
    page = try fields.decodeIfPresent(String.self, forKey: .page)
    state = try fields.decodeIfPresent(String.self, forKey: .state)
    language = try fields.decodeIfPresent(String.self, forKey: .language)
    let data = try? fields.decode([String: Value].self, forKey: .data)
    values = (data ?? [:]).compactMapValues(\.text)
  }
}
