import MockKit

/// Reset, snapshots and seed.
struct StateRoutes: Sendable {
  private struct ResetBody: Decodable {
    let to: String
  }

  private struct NameBody: Decodable {
    let name: String
  }

  struct State: Encodable {
    /// Which life the state is in.
    let epoch: UInt64
    /// By the mocks' clock.
    let now: String
  }

  struct Items<Item: Encodable>: Encodable {
    let items: [Item]
  }

  let parts: ConsoleParts

  var all: [Route] {
    alone + [
      .admin(.post, "/seed") { call in
        try .json(try parts.planter.plant(call.decode(SeedPlants.self)), status: 201)
      }
    ]
  }

  /// Where no platform is there to be seeded.
  var alone: [Route] {
    [
      .admin(.post, "/reset") { try await reset($0) },
      .admin(.get, "/snapshots") { _ in try .json(Items(items: await parts.keeper.summaries)) },
      .admin(.post, "/snapshots") { call in
        try .json(try await parts.keeper.take(call.decode(NameBody.self).name), status: 201)
      },
      .admin(.post, "/snapshots/{name}/restore") { call in
        try await parts.keeper.restore(call.parameters["name"] ?? "")
        return try state
      },
      .admin(.delete, "/snapshots/{name}") { call in
        try await parts.keeper.delete(call.parameters["name"] ?? "")
        return .empty()
      },
    ]
  }

  private var state: Reply {
    get throws { try .json(State(epoch: parts.epoch.number, now: parts.clock.timestamp)) }
  }

  private func reset(_ call: Call) async throws -> Reply {
    let target = try call.decode(ResetBody.self).to
    switch target {
    case "seed": try await parts.keeper.reset(filled: true)
    case "empty": try await parts.keeper.reset(filled: false)
    default: try await parts.keeper.restore(target)
    }
    return try state
  }
}
