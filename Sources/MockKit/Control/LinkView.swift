/// A direction of the link as the control routes show it.
struct LinkView: Sendable, Codable {
  let direction: LinkDirection
  let latencyMs: Int
  let down: Bool
  let status: LinkStatus

  init(_ relay: LinkRelay) {
    direction = relay.direction
    latencyMs = Int(relay.faults.latency / .milliseconds(1))
    down = relay.faults.down
    status = relay.status
  }
}
