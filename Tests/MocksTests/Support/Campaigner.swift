import MockKit
import Mocks
import Testing

extension MockWorld {
  /// Registers in the mini-program.
  ///
  /// - Parameter how: further fields of the body, such as `"referralCode":"…"`.
  func join(_ phone: String, _ how: String) async throws -> (visitor: Visitor, answer: Answer) {
    let codes = try await codes(phone)
    let visitor = visitor(.mini)
    let answer = try await visitor.call(
      "POST", "/api/register",
      #"{"code":"\#(codes["code"].text)","phoneCode":"\#(codes["phoneCode"].text)","#
        + #""password":"secret-1",\#(how)}"#)
    if answer.status == 201 { visitor.use(token: answer.json["token"].text) }
    return (visitor, answer)
  }

  /// Makes one member of two: the WeChat user of the one phone shows the other.
  func merge(_ phone: String, with other: String) async throws {
    let openid = try await codes(phone)["openid"].text
    let merged = try await logIn(with: codes(other, openid: openid)).answer
    try #require(merged.status == 200, "\(merged.text)")
    try await settle()
  }
}

extension Visitor {
  /// `"referralCode":"…"`, for a friend.
  var invitation: String {
    get async throws {
      #""referralCode":"\#(try await call("GET", "/api/referral").json["code"].text)""#
    }
  }

  /// Shares a page.
  ///
  /// - Returns: its key, and `"entryKey":"…"` for a friend.
  func share() async throws -> (key: String, how: String) {
    let answer = try await call(
      "POST", "/api/shares", #"{"page":"pages/product/detail","sku":"cup-celadon"}"#)
    try #require(answer.status == 201, "\(answer.text)")
    let key = answer.json["entryKey"].text
    return (key, #""entryKey":"\#(key)""#)
  }

  /// The amounts in the ledger by their entries' ids.
  var ledger: [String: Int] {
    get async throws {
      let entries = try await call("GET", "/api/points?limit=100").json["entries"].list
      return Dictionary(
        uniqueKeysWithValues: entries.map { ($0["entryId"].text, $0["amount"].int ?? 0) })
    }
  }

  var perk: JSON {
    get async throws { try await call("GET", "/api/perks").json["items"][0] }
  }

  /// Orders and pays.
  func buy() async throws -> String {
    let order = try await order("notebook-xuan", 1).json["orderId"].text
    let paid = try await call("POST", "/api/orders/\(order)/pay")
    try #require(paid.status == 200, "\(paid.text)")
    return order
  }
}
