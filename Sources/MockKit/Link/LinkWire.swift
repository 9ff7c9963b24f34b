import Foundation

/// A message of the link on its way, with what may go wrong with it.
///
/// While there is no fault it is sent as it is.
struct LinkWire: Sendable {
  let environment: LinkEnvironment
  let subject: FaultSubject
  /// Makes the request, signed by a clock that is that far off.
  let request: @Sendable (_ skew: Duration) -> WireRequest

  func send(to url: String) async throws(WireError) -> WireAnswer {
    guard !environment.faults.isEmpty else {
      return try await environment.client.send(request(.zero), to: url)
    }
    if let answer = try await stop() { return answer }
    let request = request(fires(.skewClock)?.duration("by") ?? .zero)
    try await tear(request, url)
    let answer = try await deliver(request, to: url)
    if fires(.ackLost) != nil { throw .broken("the answer was lost") }
    return answer
  }

  private func fires(_ kind: FaultKind) -> Fault? { environment.faults.fires(kind, subject) }

  /// What keeps the message from leaving at all.
  private func stop() async throws(WireError) -> WireAnswer? {
    // Between the platforms the relay holds back what would pass.
    if subject.link == .counter, fires(.partition) != nil {
      throw .unreachable("the link is cut")
    }
    if fires(.drop) != nil { throw .broken("the message was lost") }
    if let timeout = fires(.timeout) {
      let wait = timeout.duration("wait")
      await environment.clock.sleep(for: wait)
      throw .timedOut(after: wait)
    }
    return fires(.abort).map {
      WireAnswer(status: $0.number("status"), headers: [], body: Data())
    }
  }

  /// What ends the connection half way.
  private func tear(_ request: WireRequest, _ url: String) async throws(WireError) {
    if fires(.resetPeer) != nil {
      try await environment.client.tear(request, to: url, resetting: true)
      throw .broken("the connection was reset")
    }
    if fires(.truncate) != nil {
      try await environment.client.tear(request, to: url, resetting: false)
      throw .broken("the connection was closed half way")
    }
  }

  private func deliver(
    _ request: WireRequest, to url: String
  ) async throws(WireError) -> WireAnswer {
    guard let duplicate = fires(.duplicate) else {
      return try await environment.client.send(request, to: url)
    }
    let client = environment.client
    async let copies: Void = Self.send(request, duplicate.number("copies"), by: client, to: url)
    let answer = await Self.result { () async throws(WireError) in
      try await client.send(request, to: url)
    }
    await copies
    return try answer.get()
  }

  /// What comes of the copies matters to nobody.
  private static func send(
    _ request: WireRequest, _ copies: Int, by client: WireClient, to url: String
  ) async {
    await withTaskGroup { group in
      for _ in 0..<copies { group.addTask { _ = try? await client.send(request, to: url) } }
    }
  }

  private static func result(
    _ body: () async throws(WireError) -> WireAnswer
  ) async -> Result<WireAnswer, WireError> {
    do throws(WireError) { return .success(try await body()) } catch { return .failure(error) }
  }
}
