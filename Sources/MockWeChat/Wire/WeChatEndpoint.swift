import Foundation
import MockKit

/// One endpoint of the platform.
protocol WeChatEndpoint: Sendable {
  /// - Returns: the fields of a success, in order.
  func answer(_ call: Call) throws(WeChatError) -> [(String, WeChatValue)]
}

/// Answers an endpoint's calls in the platform's way: status 200 whatever happens.
struct WeChatHandler: Handler {
  let endpoint: any WeChatEndpoint
  let requestIDs: RequestIDs

  func answer(_ call: Call) async throws -> Reply {
    let family = WeChatFamily(path: call.path)
    let fields: [(String, WeChatValue)]
    do throws(WeChatError) {
      fields = try endpoint.answer(call)
    } catch {
      let message = error.text + family.separator + "rid: " + requestIDs.next()
      fields = [("errcode", .number(Int64(error.code))), ("errmsg", .text(message))]
    }
    return Reply(
      status: 200, contentType: family.contentType,
      body: Data(WeChatValue.object(fields).json.utf8))
  }
}
