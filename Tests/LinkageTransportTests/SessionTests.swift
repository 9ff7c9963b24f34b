import LinkageCore
import LinkageTransport
import Testing

@Suite("Sessions", .timeLimit(.minutes(2)))
struct SessionTests {
  /// `/set/NAME/VALUE` sets a cookie, `/drop/NAME` deletes it, anything else is answered.
  private static let script: RawServer.Script = { request in
    let words = request.target.split(separator: "/")
    switch words.first {
    case "set" where words.count == 3:
      return [.ok(headers: ["Set-Cookie: \(words[1])=\(words[2]); Path=/; HttpOnly"])]
    case "drop" where words.count == 2:
      return [.ok(headers: ["Set-Cookie: \(words[1])=; Path=/; Max-Age=0"])]
    case "several":
      return [
        .ok(headers: [
          "Set-Cookie: all=1; Path=/", "Set-Cookie: deep=2; Path=/deep; Max-Age=1000",
          "Set-Cookie: foreign=4; Domain=example.com",
        ])
      ]
    default: return [.ok()]
    }
  }

  @Test("a session sends what it was given and no other session sees it")
  func keeps() async throws {
    try await withServer(Self.script) { server, transport in
      let (mine, other) = (await transport.openSession(), await transport.openSession())
      _ = await transport.send(.get(server.url + "/set/id/一"), in: mine)
      for session in [mine, other, nil] {
        _ = await transport.send(.get(server.url), in: session)
      }
      _ = await transport.send(
        .make("GET", server.url, headers: [HeaderField(name: "Cookie", value: "own=1")]), in: mine)
      #expect(server.requests.dropFirst().map(\.cookies.count) == [1, 0, 0, 2])
      #expect(server.requests[1].cookies == server.requests[4].cookies.filter { $0 != "own=1" })
      #expect(server.requests[4].values("cookie").count == 1)
    }
  }

  @Test("paths, domains, and deletion are heeded")
  func rules() async throws {
    try await withServer(Self.script) { server, transport in
      let session = await transport.openSession()
      for path in ["/several", "/", "/deep/er", "/drop/all", "/deep"] {
        _ = await transport.send(.get(server.url + path), in: session)
      }
      #expect(
        server.requests.map(\.cookies) == [
          [], ["all=1"], ["all=1", "deep=2"], ["all=1"], ["deep=2"],
        ]
      )
    }
  }

  @Test("a snapshot has all cookies, and neither touches the other afterwards")
  func snapshot() async throws {
    try await withServer(Self.script) { server, transport in
      let session = await transport.openSession()
      _ = await transport.send(.get(server.url + "/set/id/1"), in: session)
      _ = await transport.send(.get(server.url + "/several"), in: session)
      let copy = await transport.snapshot(of: session)
      _ = await transport.send(.get(server.url + "/set/id/2"), in: session)
      _ = await transport.send(.get(server.url + "/set/own/3"), in: copy)
      _ = await transport.send(.get(server.url + "/deep"), in: session)
      _ = await transport.send(.get(server.url + "/deep"), in: copy)
      let (first, second) = (server.requests[4], server.requests[5])
      #expect(first.cookies == ["all=1", "deep=2", "id=2"])
      #expect(second.cookies == ["all=1", "deep=2", "id=1", "own=3"])
    }
  }

  @Test("several requests of one snapshot are in flight at once")
  func atOnce() async throws {
    let gate = Gate()
    let script: RawServer.Script = { request in
      request.target == "/wait" ? [.wait(gate), .ok()] : [.ok(headers: ["Set-Cookie: a=1"])]
    }
    try await withServer(script) { server, transport in
      let session = await transport.openSession()
      _ = await transport.send(.get(server.url), in: session)
      let copy = await transport.snapshot(of: session)
      await withTaskGroup(of: Int?.self) { group in
        for _ in 0..<20 {
          group.addTask {
            await transport.send(.get(server.url + "/wait"), in: copy).answer?.status
          }
        }
        var arrivals = server.arrivals.makeAsyncIterator()
        for _ in 0..<21 { _ = await arrivals.next() }
        // Closing what is in use ends nothing.
        await transport.close(copy)
        gate.open()
        for await status in group { #expect(status == 200) }
      }
      #expect(server.requests.dropFirst().allSatisfy { $0.cookies == ["a=1"] })
      #expect(await transport.usage().sessions == 1)
    }
  }

  @Test("a closed session sends nothing, and a cookie set on the way of a redirect counts")
  func closedAndRedirected() async throws {
    let script: RawServer.Script = { request in
      request.target == "/login"
        ? [.answer("302 Found", headers: ["Location: /home", "Set-Cookie: in=1"])] : [.ok()]
    }
    try await withServer(script) { server, transport in
      let session = await transport.openSession()
      _ = await transport.send(.make("POST", server.url + "/login", follow: 1), in: session)
      #expect(server.requests.last?.cookies == ["in=1"])
      await transport.close(session)
      let exchange = await transport.send(.get(server.url), in: session)
      #expect(exchange.failure?.wasSent == false)
      #expect(server.requests.count == 2)
      #expect(await transport.usage().sessions == 0)
    }
  }
}
