import LinkageCore
import LinkageTransport
import Testing

@Suite("An exchange tells which cookies went along", .timeLimit(.minutes(2)))
struct SentCookieTests {
  private static let script: RawServer.Script = { request in
    switch request.target {
    case "/set":
      [.ok(headers: ["Set-Cookie: all=1; Path=/", "Set-Cookie: deep=二; Path=/deep"])]
    case "/deep/moved":
      [.answer("302 Found", headers: ["Location: /deep", "Set-Cookie: way=3; Path=/deep"])]
    default: [.ok()]
    }
  }

  /// What the server saw is what is told, request for request.
  @Test("as the server sees them, by path, after a redirect, with those of the request's own")
  func asSent() async throws {
    try await withServer(Self.script) { server, transport in
      let session = await transport.openSession()
      let own = [HeaderField(name: "Cookie", value: "own=1")]
      let requests: [HTTPRequest] = [
        .get(server.url + "/set"), .get(server.url), .get(server.url + "/deep"),
        .make("GET", server.url + "/deep", headers: own), .make("GET", server.url, headers: own),
      ]
      for request in requests {
        let exchange = await transport.send(request, in: session)
        #expect(exchange.cookie == server.requests.last?.values("cookie").first, "\(request.url)")
      }
      #expect(server.requests.map { $0.values("cookie").count } == [0, 1, 1, 1, 1])
      #expect(server.requests[3].values("cookie").first?.contains("deep=二") == true)
    }
  }

  @Test(
    "without a session only what the request itself says, and of a redirect the first request's")
  func others() async throws {
    try await withServer(Self.script) { server, transport in
      let session = await transport.openSession()
      let own = [HeaderField(name: "cookie", value: "a=b")]
      #expect(await transport.send(.get(server.url), in: nil).cookie == nil)
      #expect(await transport.send(.make("GET", server.url, headers: own), in: nil).cookie == "a=b")
      _ = await transport.send(.get(server.url + "/set"), in: session)
      #expect(await transport.send(.get(server.url), in: nil).cookie == nil)
      let moved = await transport.send(
        .make("GET", server.url + "/deep/moved", follow: 1), in: session)
      let seen = server.requests.suffix(2).map { $0.values("cookie").first ?? "" }
      #expect(moved.cookie == seen.first)
      #expect(seen.last?.contains("way=3") == true && seen.first?.contains("way=3") == false)
    }
  }

  @Test("also of a snapshot, whose jar was filled elsewhere")
  func copies() async throws {
    try await withServer(Self.script) { server, transport in
      let session = await transport.openSession()
      _ = await transport.send(.get(server.url + "/set"), in: session)
      let copy = await transport.snapshot(of: session)
      #expect(await transport.send(.get(server.url), in: copy).cookie == "all=1")
      await transport.close(session)
      #expect(await transport.send(.get(server.url), in: copy).cookie == "all=1")
    }
  }
}
