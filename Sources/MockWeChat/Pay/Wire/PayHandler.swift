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
    let reply = PayReply(desk: desk)
    do {
      try PayAuthorization(call.headers["authorization"])
        .check(call, keys: desk.keys, clock: desk.clock)
      try desk.controls.takeError(at: call.path)
      switch try await endpoint.answer(call) {
      case .json(let body): return try reply.make(200, body, call)
      case .nothing: return try reply.make(204, Data(), call)
      }
    } catch let error as PayError {
      return try reply.refusal(error, call)
    }
  }
}
