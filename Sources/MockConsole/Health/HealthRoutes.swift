import MockKit

/// `GET /health`: asks every server how it is.
struct HealthRoutes: Sendable {
  struct Health: Sendable, Encodable {
    let status: String
    let epoch: UInt64
    let servers: [String: ServerHealth]
  }

  struct ServerHealth: Sendable, Encodable {
    let url: String
    /// `up` or `down`.
    let status: String
    let tookMs: Double
    /// What is wrong; absent where nothing is.
    let reason: String?
  }

  let parts: ConsoleParts

  var all: [Route] {
    [.admin(.get, "/health") { _ in try .json(await health()) }]
  }

  private func health() async -> Health {
    let asked = parts.addresses.urls.filter { $0.key != .console }
    let servers = await withTaskGroup { group in
      for (name, url) in asked { group.addTask { (name.rawValue, await ask(url)) } }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    let isUp = servers.values.allSatisfy { $0.status == "up" }
    return Health(status: isUp ? "ok" : "degraded", epoch: parts.epoch.number, servers: servers)
  }

  private func ask(_ url: String) async -> ServerHealth {
    let began = MonotonicTime.nanoseconds()
    let reason: String?
    do throws(WireError) {
      let answer = try await parts.client.send(WireRequest("GET", "/health"), to: url)
      reason = answer.status == 200 ? nil : "answered \(answer.status)"
    } catch {
      reason = "\(error)"
    }
    let took = Double((MonotonicTime.nanoseconds() - began) / 1000) / 1000
    return ServerHealth(
      url: url, status: reason == nil ? "up" : "down", tookMs: took, reason: reason)
  }
}
