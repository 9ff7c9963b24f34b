/// An error of WeChat Pay: unlike the rest of the platform it answers with a real status.
struct PayError: Error, Sendable, Equatable {
  struct Detail: Sendable, Equatable, Encodable {
    struct Inner: Sendable, Equatable, Encodable {
      let issue: String
    }

    struct Signed: Sendable, Equatable, Encodable {
      private enum CodingKeys: String, CodingKey {
        case method, url
        case message = "truncated_sign_message"
        case length = "sign_message_length"
      }

      let method: String
      let url: String
      let message: String
      /// Bytes.
      let length: Int
    }

    private enum CodingKeys: String, CodingKey {
      case field, value, issue, location, detail
      case signed = "sign_information"
    }

    let field: String
    let location: String
    var value: String?
    var issue: String?
    var detail: Inner?
    var signed: Signed?
  }

  let status: Int
  let code: String
  let message: String
  var detail: Detail?

  init(_ status: Int, _ code: String, _ message: String, detail: Detail? = nil) {
    self.status = status
    self.code = code
    self.message = message
    self.detail = detail
  }
}

extension PayError: Encodable {
  private enum CodingKeys: String, CodingKey {
    case code, message, detail
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(code, forKey: .code)
    try fields.encode(message, forKey: .message)
    try fields.encodeIfPresent(detail, forKey: .detail)
  }
}
