import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Cookies of probes that share their reads")
struct SharedSessionTests {
  /// A log-in that succeeds from its thirtieth request on, and then gives a cookie; both branches get
  /// to it at the same time.
  private func waits() throws -> Waits {
    let logins = Shared(0)
    let beginning = Meeting(of: 2)
    return try Waits { request in
      if request.target == "/begin" { _ = beginning.join() }
      guard request.target == "/login" else { return nil }
      let count = logins.next()
      return count < 30
        ? .json("{}", status: 401) : .json("{}", headers: ["Set-Cookie: sid=\(count); Path=/"])
    }
  }

  private func after(_ name: String) throws -> Step {
    try Make.step(
      name, Make.operation(name, [Make.request("GET", "/\(name)")]), as: "alice")
  }

  private func login() throws -> Operation {
    try Make.operation(
      "login", [Make.request("GET", "/login", errors: ["denied": "http.status == 401"])])
  }

  private func branch(_ name: String, _ steps: [Step]) throws -> Step {
    let begin = try Make.step("begin", Waits.write("/begin"))
    return try Make.step(
      name,
      .flow(
        Flow(
          name: name, place: Make.place, inputs: [], actors: [], steps: [begin] + steps,
          outputs: [])), as: "alice")
  }

  @Test("are those of the one log-in, for what follows in each branch")
  func adopted() async throws {
    let waits = try waits()
    defer { waits.world.server.stop() }
    let login = try login()
    let branches = try ["one", "two"].map { name in
      try branch(
        name,
        [Make.step("in", login, expect: ["true"], since: ["begin"]), after(name)])
    }
    let (history, verdict) = try await waits.run(branches, actors: [try Make.actor("alice")])
    #expect(verdict.status == .passed)
    #expect(history.completions.contains { $0.completion.shared != nil })
    for name in ["one", "two"] {
      let cookie = waits.world.server.requests("/\(name)").first?.headers["cookie"]
      #expect(cookie?.hasPrefix("sid=") == true)
    }
  }

  @Test("that came since one of them began are sent with the reads of the other")
  func fresh() async throws {
    let waits = try Waits { request in
      request.target == "/enter" ? .json("{}", headers: ["Set-Cookie: sid=1; Path=/"]) : nil
    }
    defer { waits.world.server.stop() }
    let member = try Waits.member()
    let enter = try Make.step("enter", Make.operation("e", [Make.request("GET", "/enter")]))
    let (history, verdict) = try await waits.run(
      [
        try Waits.wait("status", member, as: "alice"),
        try branch("late", [enter, Waits.wait("points", member, since: "begin")]),
      ], actors: [try Make.actor("alice")])
    #expect(verdict.status == .passed)
    #expect(history.reads("points").allSatisfy { $0.shared == nil })
    let cookies = Set(waits.world.server.requests("/member").map { $0.headers["cookie"] ?? "" })
    #expect(cookies == ["", "sid=1"])
  }
}
