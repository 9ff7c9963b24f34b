import MockKit

/// A path the platform does not have, or a method an endpoint does not take.
struct UnknownEndpoint: WeChatEndpoint {
  let routes: [(method: Call.Method, path: String)]

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    switch routes.first(where: { $0.path == call.path })?.method {
    case .get: throw .requiresGet
    case .post: throw .requiresPost
    default: throw .invalidURL
    }
  }
}
