/// A direction of the link as the control routes show it.
struct LinkView: Sendable, Codable {
  let direction: LinkDirection
  /// Absent where it is not the same for every event.
  let latencyMs: Int?
  let latency: String
  let down: Bool
  let status: LinkStatus

  init(_ relay: LinkRelay) {
    direction = relay.direction
    let faults = relay.faults
    if case .fixed(let length) = faults.latency {
      latencyMs = Int(length / .milliseconds(1))
    } else {
      latencyMs = nil
    }
    latency = "\(faults.latency)"
    down = faults.down
    status = relay.status
  }
}
