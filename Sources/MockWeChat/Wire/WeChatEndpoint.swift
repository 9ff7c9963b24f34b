import Foundation
import MockKit

/// One endpoint of the platform.
protocol WeChatEndpoint: Sendable {
  func answer(_ call: Call) async throws(WeChatError) -> WeChatAnswer
}

/// A success of an endpoint.
enum WeChatAnswer: Sendable {
  /// JSON with these fields, in order.
  case fields([(String, WeChatValue)])
  /// Bytes, such as a code's picture.
  case file(Data, contentType: String)

  /// `errcode` 0 and `ok`, then the fields.
  static func ok(_ fields: [(String, WeChatValue)] = []) -> WeChatAnswer {
    .fields([("errcode", .number(0)), ("errmsg", .text("ok"))] + fields)
  }
}

extension Reply {
  fileprivate func with(status: Int) -> Reply {
    Reply(status: status, contentType: contentType, headers: headers, body: body)
  }
}

/// Answers an endpoint's calls in the platform's way: status 200 whatever happens.
struct WeChatHandler: Handler {
  let endpoint: any WeChatEndpoint
  let gate: WeChatGate
  let requestIDs: RequestIDs

  func answer(_ call: Call) async throws -> Reply {
    let family = WeChatFamily(path: call.path)
    if let order = gate.failures.take(call), let reply = await fail(order, family) { return reply }
    do throws(WeChatError) {
      let app = try gate.admit(call)
      let answer = try await endpoint.answer(call)
      try gate.count(answer, of: call, by: app)
      return reply(answer, family)
    } catch {
      return refusal(error.code, error.text, family)
    }
  }

  /// - Returns: nothing where the call is only held back.
  private func fail(_ order: FailureOrder, _ family: WeChatFamily) async -> Reply? {
    if let delay = order.delayMs { await gate.clock.sleep(for: .milliseconds(delay)) }
    if let code = order.errcode {
      let text = order.errmsg ?? FailureText.of(code)
      return refusal(code, text, family).with(status: order.status ?? 200)
    }
    return order.status.map { status in
      Reply(
        status: status, contentType: "text/html",
        body: Data("<html><body><h1>\(status)</h1></body></html>\n".utf8))
    }
  }

  private func refusal(_ code: Int, _ text: String, _ family: WeChatFamily) -> Reply {
    let message = text + family.separator + "rid: " + requestIDs.next()
    return reply(.fields([("errcode", .number(Int64(code))), ("errmsg", .text(message))]), family)
  }

  private func reply(_ answer: WeChatAnswer, _ family: WeChatFamily) -> Reply {
    switch answer {
    case .fields(let fields):
      Reply(
        status: 200, contentType: family.contentType,
        body: Data(WeChatValue.object(fields).json.utf8))
    case .file(let bytes, let contentType):
      Reply(status: 200, contentType: contentType, body: bytes)
    }
  }
}
