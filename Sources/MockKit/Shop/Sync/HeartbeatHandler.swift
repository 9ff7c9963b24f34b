/// `POST /_link/heartbeat`: the other side is there; 204.
struct HeartbeatHandler: Handler {
  let shop: Shop
  let receiver: LinkReceiver

  func answer(_ call: Call) async throws -> Reply {
    _ = try receiver.verify(call)
    shop.relay.hearing.note()
    return .empty()
  }
}
