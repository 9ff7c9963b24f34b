import Foundation
import Logging
import MockKit
import Synchronization
import Testing

@Suite struct WireClientTests {
  private struct Echo: Handler {
    func answer(_ call: Call) async throws -> Reply {
      if call.path == "/slow" { try await Task.sleep(for: .seconds(60)) }
      let facts = [
        call.method, call.path, call.query["a"] ?? "", call.headers["x-test"] ?? "",
        String(decoding: call.body, as: UTF8.self),
      ]
      return try .json(facts)
    }
  }

  private func run(_ body: (String) async throws -> Void) async throws {
    let logger = Logger(label: "echo") { _ in SwiftLogNoOpLogHandler() }
    let server = try await MockServer.start(
      host: "127.0.0.1", port: 0, routes: [], fallback: Echo(), logger: logger)
    do {
      try await body("http://127.0.0.1:\(server.port)")
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test("method, path, query, headers and body arrive")
  func carries() async throws {
    try await run { url in
      let client = WireClient()
      let answer = try await client.send(
        WireRequest(
          "PUT", "/path?a=%E4%BD%A0&b", headers: [("X-Test", "yes")], body: Data("body".utf8)),
        to: url)
      let facts = try JSONDecoder().decode([String].self, from: answer.body)
      #expect(facts == ["PUT", "/path", "你", "yes", "body"])
      #expect(answer.header("Content-Type") == "application/json")
      client.close()
    }
  }

  @Test("a connection that a request asked to close is not used again")
  func closes() async throws {
    try await run { url in
      let client = WireClient(connectionsPerHost: 1)
      for number in 0..<300 {
        let answer = try await client.send(
          WireRequest("POST", "/\(number)", headers: [("connection", "close")]), to: url)
        #expect(answer.status == 200)
      }
      client.close()
    }
  }

  @Test("more calls at once than connections all come back")
  func pools() async throws {
    try await run { url in
      let client = WireClient(connectionsPerHost: 3)
      let answers = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<100 {
          group.addTask { try await client.send(WireRequest("GET", "/\(number)"), to: url).status }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers == Array(repeating: 200, count: 100))
      client.close()
    }
  }

  @Test("an answer that does not come in time is given up")
  func timesOut() async throws {
    try await run { url in
      let client = WireClient(timeout: .seconds(3))
      await #expect(throws: WireError.timedOut(after: .seconds(3))) {
        _ = try await client.send(WireRequest("GET", "/slow"), to: url)
      }
      let answer = try await client.send(WireRequest("GET", "/"), to: url)
      #expect(answer.status == 200)
      client.close()
    }
  }

  @Test("an address that is none, and one where nobody is, are told apart")
  func fails() async {
    let client = WireClient()
    await #expect(throws: WireError.badAddress("nonsense")) {
      _ = try await client.send(WireRequest("GET", "/"), to: "nonsense")
    }
    do {
      _ = try await client.send(WireRequest("GET", "/"), to: "http://127.0.0.1:1")
      Issue.record("port 1 answered")
    } catch {
      guard case .unreachable(let text) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(text.hasPrefix("127.0.0.1:1: "))
    }
  }

  @Test("a server that went away is found again when it is back")
  func reconnects() async throws {
    let client = WireClient()
    for _ in 1...2 {
      try await run { url in
        let answer = try await client.send(WireRequest("GET", "/"), to: url)
        #expect(answer.status == 200)
      }
    }
  }

  @Test("an answer that is longer than the request wants it is cut off")
  func cutsOff() async throws {
    try await run { url in
      let client = WireClient()
      var request = WireRequest("POST", "/", body: Data(repeating: 97, count: 300_000))
      request.longestAnswer = 100_000
      await #expect(throws: WireError.tooLong(limit: 100_000)) {
        _ = try await client.send(request, to: url)
      }
      request.longestAnswer = 1 << 20
      let whole = try await client.send(request, to: url)
      #expect(whole.body.count > 300_000)
      client.close()
    }
  }
}
