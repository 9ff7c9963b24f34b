import MockKit

/// One area of the platform: what it answers, what people do to it, and what it remembers.
protocol WeChatPart: Sendable {
  /// In the platform's own wire format.
  var endpoints: [WeChatOperation] { get }
  /// The mock's own routes and those in another wire format.
  var routes: [Route] { get }
  /// What a snapshot holds of it.
  var keeper: MemoryKeeper { get }
  /// Whether it does nothing by itself just now.
  var isResting: Bool { get }
  /// Ends what it does by itself.
  func stop() async
}

extension WeChatPart {
  var isResting: Bool { true }

  func stop() async {}
}

/// An endpoint at its method and path.
struct WeChatOperation: Sendable {
  let method: Call.Method
  let path: String
  let endpoint: any WeChatEndpoint

  init(_ method: Call.Method, _ path: String, _ endpoint: any WeChatEndpoint) {
    self.method = method
    self.path = path
    self.endpoint = endpoint
  }
}
