import Foundation
import MockKit

/// One endpoint of the platform.
protocol WeChatEndpoint: Sendable {
  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer
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

/// Answers an endpoint's calls in the platform's way: status 200 whatever happens.
struct WeChatHandler: Handler {
  let endpoint: any WeChatEndpoint
  let requestIDs: RequestIDs

  func answer(_ call: Call) async throws -> Reply {
    let family = WeChatFamily(path: call.path)
    do throws(WeChatError) {
      return reply(try endpoint.answer(call), family)
    } catch {
      let message = error.text + family.separator + "rid: " + requestIDs.next()
      return reply(
        .fields([("errcode", .number(Int64(error.code))), ("errmsg", .text(message))]), family)
    }
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
