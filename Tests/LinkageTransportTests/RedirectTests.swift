import LinkageCore
import LinkageTransport
import Testing

@Suite("Redirects", .timeLimit(.minutes(2)))
struct RedirectTests {
  private static let hops: RawServer.Script = { request in
    switch request.target {
    case "/1": [.redirect("302 Found", to: "/2")]
    case "/2": [.redirect("302 Found", to: "/3")]
    default: [.ok("there")]
    }
  }

  @Test(
    "as many are followed as were asked for, and the next is the answer",
    arguments: [(0, 302, "/1"), (1, 302, "/2"), (2, 200, "/3"), (9, 200, "/3")])
  func follow(count: Int, status: Int, path: String) async throws {
    try await withServer(Self.hops) { server, transport in
      let exchange = await transport.send(
        .make("GET", server.url + "/1", follow: count), in: nil)
      let answer = try #require(exchange.answer)
      #expect(answer.status == status)
      #expect(answer.url == server.url + path)
      #expect(answer.headers.contains { $0.name == "location" } == (status == 302))
      #expect(server.requests.last?.target == path)
    }
  }

  @Test(
    "a method becomes GET where browsers make it one",
    arguments: [
      ("POST", "301 Moved", "GET"), ("POST", "302 Found", "GET"), ("POST", "303 See Other", "GET"),
      ("POST", "307 Temporary", "POST"), ("POST", "308 Permanent", "POST"),
      ("PUT", "302 Found", "PUT"), ("PUT", "303 See Other", "GET"), ("PUT", "307 Temporary", "PUT"),
      ("DELETE", "303 See Other", "GET"), ("DELETE", "302 Found", "DELETE"),
      ("HEAD", "302 Found", "HEAD"),
    ])
  func methods(method: String, status: String, then: String) async throws {
    let script: RawServer.Script = { request in
      if request.target == "/there" { return [.ok(request.method == "HEAD" ? "" : "there")] }
      return [.answer(status, "", headers: ["Location: /there"])]
    }
    try await withServer(script) { server, transport in
      let body = method == "POST" || method == "PUT" ? "body" : nil
      let exchange = await transport.send(
        .make(method, server.url, body: body, follow: 3), in: nil)
      #expect(exchange.answer?.status == 200)
      let last = try #require(server.requests.last)
      #expect(last.method == then)
      #expect(String(decoding: last.body, as: UTF8.self) == (then == method ? body ?? "" : ""))
    }
  }

  @Test("a refusal after a redirect is of a request that was sent")
  func refusedLater() async throws {
    let (descriptor, port) = try RawSocket.listen(backlog: 1)
    RawSocket.end(descriptor)
    let script: RawServer.Script = { _ in
      [.redirect("302 Found", to: "http://127.0.0.1:\(port)/")]
    }
    try await withServer(script) { server, transport in
      let exchange = await transport.send(.make("GET", server.url, follow: 2), in: nil)
      #expect(exchange.failure?.kind == .refused)
      #expect(exchange.failure?.wasSent == true)
    }
  }

  @Test("a redirect out of HTTP is not followed")
  func otherScheme() async throws {
    try await withServer(always: [.redirect("302 Found", to: "file:///etc/passwd")]) {
      server, transport in
      let exchange = await transport.send(.make("GET", server.url, follow: 2), in: nil)
      #expect(exchange.answer?.body ?? [] == [])
      #expect(exchange.failure != nil)
    }
  }
}
