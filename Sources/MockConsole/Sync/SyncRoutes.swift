import MockKit

/// The link in both directions: how it is, holding it, emptying it, dead letters.
struct SyncRoutes: Sendable {
  private struct DirectionBody: Decodable {
    let direction: LinkDirection?
  }

  private struct DrainBody: Decodable {
    let timeoutMs: Int?
  }

  let parts: ConsoleParts

  var all: [Route] {
    [
      .admin(.get, "/sync") { _ in try view() },
      .admin(.post, "/sync/pause") { call in
        for relay in try relays(of: call) { relay.pause() }
        return try view()
      },
      .admin(.post, "/sync/resume") { call in
        for relay in try relays(of: call) { relay.resume() }
        return try view()
      },
      .admin(.post, "/sync/drain") { try await drain($0) },
      .admin(.get, "/sync/dead-letters") { _ in try await deadLetters() },
      .admin(.post, "/sync/dead-letters/{id}/replay") { call in
        try await replay(call.parameters["id"] ?? "")
      },
    ]
  }

  private func view() throws -> Reply {
    let reports = parts.relays.map(\.report)
    return try .json(
      SyncView(
        epoch: parts.epoch.number, discarded: parts.epoch.discarded,
        directions: reports.map(SyncView.Direction.init),
        alerts: reports.flatMap(\.status.alerts).sorted { $0.time < $1.time }))
  }

  /// Both where the body names none.
  private func relays(of call: Call) throws -> [LinkRelay] {
    guard !call.body.isEmpty else { return parts.relays }
    let direction = try call.decode(DirectionBody.self).direction
    return parts.relays.filter { direction == nil || $0.direction == direction }
  }

  private func drain(_ call: Call) async throws -> Reply {
    let asked = call.body.isEmpty ? nil : try call.decode(DrainBody.self).timeoutMs
    let limit = asked ?? 10_000
    guard (0...600_000).contains(limit) else {
      throw InvalidRequest(field: "timeoutMs", reason: .outside("0 to 600000"))
    }
    await withTaskGroup { group in
      for relay in parts.relays {
        group.addTask { _ = await relay.drain(for: .milliseconds(limit)) }
      }
    }
    return try view()
  }

  private func deadLetters() async throws -> Reply {
    var items: [SyncView.Letter] = []
    for relay in parts.relays {
      items += try await relay.deadLetters().map { .init(relay.direction, $0) }
    }
    return try .json(StateRoutes.Items(items: items))
  }

  private func replay(_ event: String) async throws -> Reply {
    for relay in parts.relays where try await relay.replayDeadLetters(event) > 0 {
      return try view()
    }
    return Problem(
      404, "dead-letter-not-found", "No such dead letter",
      detail:
        "Nothing was given up with the id \"\(event)\"; GET /_admin/v1/sync/dead-letters lists them."
    ).reply()
  }
}
