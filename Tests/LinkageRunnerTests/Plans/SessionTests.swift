import LinkageCore
import Testing
import Values

@Suite("Cookies of an actor")
struct SessionTests {
  private func get(_ path: String, isWrite: Bool = false) throws -> Operation {
    try Make.operation(path, [Make.request("GET", path)], isWrite: isWrite)
  }

  @Test("that a repeated log-in was given stay with the actor", arguments: [true, false])
  func adopted(isProbe: Bool) async throws {
    let world = try PlanWorld { request in
      .json("{}", headers: request.target == "/login" ? ["Set-Cookie: sid=1; Path=/"] : [])
    }
    defer { world.server.stop() }
    let login =
      isProbe
      ? try Make.step("login", get("/login"), as: "alice", expect: ["true"], since: ["write"])
      : try Make.step(
        "login", get("/login"), as: "alice", expect: ["true"], stays: .milliseconds(20))
    let (_, verdict) = try await world.run(
      [
        try Make.step("write", get("/write", isWrite: true), as: "alice"), login,
        try Make.step("after", get("/after"), as: "alice"),
      ], actors: [try Make.actor("alice")])
    #expect(verdict.status == .passed)
    #expect(world.server.requests("/after").map { $0.headers["cookie"] } == ["sid=1"])
  }

  @Test("that came while the same actor's reads went on beside are not lost")
  func beside() async throws {
    let reads = Shared(0)
    let gate = Meeting(of: 2)
    let world = try PlanWorld { request in
      switch request.target {
      case "/login":
        _ = gate.join()
        return .json("{}", headers: ["Set-Cookie: sid=1; Path=/"])
      case "/look":
        let count = reads.with { count -> Int in
          count += 1
          return count
        }
        if count == 1 { _ = gate.join() }
        return .json(count < 5 ? #"{"n":0}"# : #"{"n":1}"#)
      default: return .json("{}")
      }
    }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run(
      [
        try Make.step("write", get("/write", isWrite: true), as: "alice"),
        try Make.step(
          "both",
          .together([
            Make.step(
              "look", get("/look"), as: "alice", expect: ["http.body.n == 1"], since: ["write"]),
            Make.step("login", get("/login"), as: "alice"),
          ])),
        try Make.step("after", get("/after"), as: "alice"),
      ], actors: [try Make.actor("alice")])
    #expect(verdict.findings.isEmpty)
    #expect(world.server.requests("/after").map { $0.headers["cookie"] } == ["sid=1"])
  }
}
