import MockKit

/// A path that WeChat Pay does not have, or a method that one does not take.
struct UnknownPayHandler: Handler {
  let routes: [Route]
  let desk: PayDesk

  func answer(_ call: Call) async throws -> Reply {
    let isKnown = routes.contains { $0.parameters(in: call.path) != nil }
    return try PayReply(desk: desk).refusal(isKnown ? .otherMethod : .noPath, call)
  }
}
