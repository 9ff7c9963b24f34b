import MockKit

/// An answer of the platform; `errcode` is absent or 0 where it went well.
protocol WeChatAnswer: Decodable {
  var errcode: Int? { get }
  var errmsg: String? { get }
}

extension WeChatAnswer {
  var isTokenRefused: Bool { [40001, 40014, 42001].contains(errcode) }

  /// What a client is told: bad and spent codes are the client's, everything else is the platform's.
  var failure: ShopError {
    let text = "\(errcode ?? 0) \(errmsg ?? "")"
    let isCode = errcode == 40029 || errcode == 40163
    return isCode ? .invalidCode(text) : .wechatUnavailable(text)
  }
}

struct SessionAnswer: WeChatAnswer {
  let errcode: Int?
  let errmsg: String?
  let openid: String?
  let unionid: String?
}

/// The names are those on the wire.
struct TokenAnswer: WeChatAnswer {
  enum CodingKeys: String, CodingKey {
    case errcode, errmsg
    case token = "access_token"
    case life = "expires_in"
  }

  let errcode: Int?
  let errmsg: String?
  let token: String?
  /// Seconds.
  let life: Int64?
}

struct PhoneAnswer: WeChatAnswer {
  struct Info: Decodable {
    let purePhoneNumber: String
  }

  enum CodingKeys: String, CodingKey {
    case errcode, errmsg
    case info = "phone_info"
  }

  let errcode: Int?
  let errmsg: String?
  let info: Info?

  func number() throws(ShopError) -> String {
    guard let info else { throw failure }
    return info.purePhoneNumber
  }
}

struct MessageAnswer: WeChatAnswer {
  let errcode: Int?
  let errmsg: String?

  /// - Throws: where it may be taken later.
  func outcome() throws(ShopError) -> MessageOutcome {
    let text = "\(errcode ?? 0) \(errmsg ?? "")"
    switch errcode ?? 0 {
    case 0: return .sent
    case 43101: return .refused(text)
    case 40003, 40037, 41030, 43107, 47001, 47003: return .failed(text)
    default: throw failure
    }
  }
}
