/// `PUT /_control/link`: what is wrong with this server's direction of the link from now on.
struct ChangeLinkHandler: Handler {
  private struct Body: Decodable {
    let latencyMs: Int?
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
    faults.down = body.down ?? faults.down
    relay.set(faults)
    return try .json(LinkView(relay))
  }
}
