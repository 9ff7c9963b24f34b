import Foundation
import MockKit

/// One endpoint of WeChat Pay.
protocol PayEndpoint: Sendable {
  /// - Throws: `PayError`.
  func answer(_ call: Call) async throws -> PayAnswer
}

enum PayAnswer: Sendable {
  case json(Data)
  /// Status 204.
  case nothing

  static func fields(_ value: some Encodable) throws -> PayAnswer {
    .json(try JSONText.data(value))
  }
}

/// Lets in who signed the call, and signs what is answered.
struct PayHandler: Handler {
  let endpoint: any PayEndpoint
  let desk: PayDesk

  func answer(_ call: Call) async throws -> Reply {
    do {
      try PayAuthorization(call.headers["authorization"])
        .check(call, keys: desk.keys, clock: desk.clock)
      try desk.controls.takeError(at: call.path)
      switch try await endpoint.answer(call) {
      case .json(let body): return try reply(200, body, call)
      case .nothing: return try reply(204, Data(), call)
      }
    } catch let error as PayError {
      return try reply(error.status, try JSONText.data(error), call)
    }
  }

  private func reply(_ status: Int, _ body: Data, _ call: Call) throws -> Reply {
    let signing = desk.keys.signing(for: call.headers["wechatpay-serial"])
    let headers = try PaySeal(signing, clock: desk.clock).headers(of: body)
    return Reply(
      status: status, contentType: status == 204 ? nil : "application/json; charset=utf-8",
      headers: headers + [Reply.Header("Request-ID", Hexadecimal.random(bytes: 16).uppercased())],
      body: body)
  }
}
