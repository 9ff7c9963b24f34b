import Foundation
import MockKit

/// What WeChat Pay answers, signed.
struct PayReply {
  let desk: PayDesk

  func make(_ status: Int, _ body: Data, _ call: Call) throws -> Reply {
    let signing = desk.keys.signing(for: call.headers["wechatpay-serial"])
    let headers = try PaySeal(signing, clock: desk.clock).headers(of: body)
    return Reply(
      status: status, contentType: status == 204 ? nil : "application/json; charset=utf-8",
      headers: headers + [Reply.Header("Request-ID", Hexadecimal.random(bytes: 16).uppercased())],
      body: body)
  }

  func refusal(_ error: PayError, _ call: Call) throws -> Reply {
    try make(error.status, JSONText.data(error), call)
  }
}
