/// `PUT /_control/link`: what is wrong with this server's direction of the link from now on.
struct ChangeLinkHandler: Handler {
  private struct Body: Decodable {
    let latencyMs: Int?
    /// Such as `5ms..50ms`; it wins over `latencyMs`.
    let latency: String?
    let down: Bool?
  }

  let relay: LinkRelay

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    var faults = relay.faults
    if let latency = body.latencyMs {
      guard (0...3_600_000).contains(latency) else {
        throw InvalidRequest(field: "latencyMs", reason: .outside("0 to 3600000"))
      }
      faults.latency = .milliseconds(latency)
    }
    if let text = body.latency {
      do throws(LinkLatencyError) {
        faults.latency = try LinkLatency(text)
      } catch {
        throw InvalidRequest(field: "latency", reason: .outside(LinkLatency.forms))
      }
    }
    faults.down = body.down ?? faults.down
    relay.set(faults)
    return try .json(LinkView(relay))
  }
}
