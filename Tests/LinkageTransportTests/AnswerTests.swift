import LinkageCore
import LinkageTransport
import Testing

@Suite("Requests and answers", .timeLimit(.minutes(2)))
struct AnswerTests {
  @Test("an answer has its status, lower-case headers in order and its body")
  func answer() async throws {
    let headers = [
      "X-One: 1", "Set-Cookie: a=1", "X-TWO:  two words \t", "Set-Cookie: b=2", "X-E:",
    ]
    try await withServer(always: [.answer("418 I'm a teapot", "你好", headers: headers)]) {
      server, transport in
      let exchange = await transport.send(.get(server.url + "/a?b=c"), in: nil)
      let answer = try #require(exchange.answer)
      #expect(answer.status == 418)
      #expect(exchange.text == "你好")
      #expect(answer.url == server.url + "/a?b=c")
      #expect(
        answer.headers == [
          HeaderField(name: "content-length", value: "6"), HeaderField(name: "x-one", value: "1"),
          HeaderField(name: "set-cookie", value: "a=1"),
          HeaderField(name: "x-two", value: "two words"),
          HeaderField(name: "set-cookie", value: "b=2"), HeaderField(name: "x-e", value: ""),
        ])
      #expect(server.requests.map(\.target) == ["/a?b=c"])
    }
  }

  @Test("chunks are put together and an interim answer is passed over")
  func chunks() async throws {
    let answer =
      "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "3\r\none\r\n4\r\n two\r\n0\r\nX-Trailer: t\r\n\r\n"
    try await withServer(always: [.send(answer)]) { server, transport in
      let exchange = await transport.send(.get(server.url), in: nil)
      #expect(exchange.text == "one two")
      #expect(exchange.answer?.headers.map(\.name) == ["transfer-encoding", "x-trailer"])
    }
  }

  @Test("an answer that comes byte by byte is one answer")
  func byteByByte() async throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".utf8)
    let script: RawServer.Script = { _ in bytes.map { .bytes([$0]) } }
    try await withServer(script) { server, transport in
      #expect(await transport.send(.get(server.url), in: nil).text == "hello")
    }
  }

  @Test("a packed answer is unpacked and its size counts unpacked")
  func gzip() async throws {
    try await withServer(always: [.bytes(Packed.answer)]) { server, transport in
      let whole = await transport.send(.make("GET", server.url, maximumAnswer: 3000), in: nil)
      #expect(whole.text == String(repeating: "a", count: 3000))
      #expect(server.requests.first?.values("accept-encoding").first?.contains("gzip") == true)
      let cut = await transport.send(.make("GET", server.url, maximumAnswer: 2999), in: nil)
      #expect(cut.failure?.kind == .tooLarge)
    }
  }

  @Test("an answer exactly as large as allowed is taken")
  func maximum() async throws {
    try await withServer(always: [.ok("12345")]) { server, transport in
      let exchange = await transport.send(.make("GET", server.url, maximumAnswer: 5), in: nil)
      #expect(exchange.text == "12345")
    }
  }

  @Test(
    "each method arrives under its name with its body",
    arguments: [
      ("GET", nil, nil), ("HEAD", nil, nil), ("DELETE", nil, nil), ("OPTIONS", nil, nil),
      ("POST", nil, "0"), ("PUT", nil, "0"), ("PATCH", nil, "0"), ("POST", "body", "4"),
      ("PUT", "正文", "6"), ("PATCH", "b", "1"), ("DELETE", "b", "1"), ("GET", "b", "1"),
      ("POST", "", "0"), ("PURGE", nil, nil),
    ] as [(String, String?, String?)])
  func methods(method: String, body: String?, length: String?) async throws {
    let script: RawServer.Script = { [.ok($0.method == "HEAD" ? "" : "ok")] }
    try await withServer(script) { server, transport in
      // Before and after another method: a handle that is used again keeps nothing of the first.
      for request in [
        HTTPRequest.make(method, server.url, body: body), .make("POST", server.url, body: "other"),
        .make("HEAD", server.url), .make(method, server.url, body: body),
      ] {
        let exchange = await transport.send(request, in: nil)
        #expect(exchange.answer?.status == 200, "\(String(describing: exchange.failure))")
      }
      let seen = server.requests
      #expect(seen.map(\.method) == [method, "POST", "HEAD", method])
      for request in [seen[0], seen[3]] {
        #expect(String(decoding: request.body, as: UTF8.self) == body ?? "")
        #expect(request.values("content-length").first == length)
        #expect(request.values("expect") == [])
        #expect(request.values("content-type") == [])
        #expect(request.values("user-agent") == ["linkage"])
      }
      #expect(server.connections == 1)
    }
  }

  @Test("a large body goes out whole without waiting for leave")
  func largeBody() async throws {
    let body = String(repeating: "0123456789", count: 200_000)
    let script: RawServer.Script = { [.ok("\($0.body.count)")] }
    try await withServer(script) { server, transport in
      let exchange = await transport.send(.make("POST", server.url, body: body), in: nil)
      #expect(exchange.text == "2000000")
      #expect(server.requests.first?.values("expect") == [])
    }
  }

  @Test("headers arrive as given: empty ones, repeated ones, those libcurl has its own of")
  func headers() async throws {
    let headers = [
      HeaderField(name: "X-Empty", value: ""), HeaderField(name: "X-Twice", value: "1"),
      HeaderField(name: "X-Twice", value: "2"), HeaderField(name: "User-Agent", value: "微信"),
      HeaderField(name: "Content-Type", value: "text/x"), HeaderField(name: "Cookie", value: "a=1"),
    ]
    try await withServer(always: [.ok()]) { server, transport in
      _ = await transport.send(.make("POST", server.url, headers: headers, body: "x"), in: nil)
      _ = await transport.send(.get(server.url), in: nil)
      let (first, second) = (server.requests[0], server.requests[1])
      #expect(first.values("x-empty") == [""])
      #expect(first.values("x-twice") == ["1", "2"])
      #expect(first.values("user-agent") == ["微信"])
      #expect(first.values("content-type") == ["text/x"])
      #expect(first.values("cookie") == ["a=1"])
      #expect(second.values("x-twice") == [])
      #expect(second.values("cookie") == [])
      #expect(second.values("user-agent") == ["linkage"])
    }
  }

  @Test("stamps lie in order, and the server sees the request between them")
  func stamps() async throws {
    let served = Stamps()
    let script: RawServer.Script = { _ in
      served.add(MonotonicClock.now())
      return [.ok()]
    }
    try await withServer(script) { server, transport in
      for number in 0..<200 {
        let before = transport.now()
        let exchange = await transport.send(.get(server.url), in: nil)
        #expect(before <= exchange.sent)
        #expect(exchange.sent <= served.all[number])
        #expect(served.all[number] <= exchange.received)
        #expect(exchange.received <= transport.now())
        #expect(exchange.phases.reused == (number > 0))
        #expect(exchange.phases.firstByte > 0)
        #expect(exchange.phases.firstByte <= exchange.phases.total)
      }
    }
  }
}

enum Packed {
  /// `packed` and a line end, packed by gzip.
  static let small: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2B, 0x48, 0x4C, 0xCE, 0x4E, 0x4D,
    0xE1, 0x02, 0x00, 0x43, 0xE0, 0x41, 0x2F, 0x07, 0x00, 0x00, 0x00,
  ]

  /// 3,000 times `a`, packed by gzip.
  static let bytes: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC1, 0x31, 0x01, 0x00, 0x00,
    0x00, 0xC2, 0xA0, 0xAC, 0xEB, 0x5F, 0xC2, 0x1A, 0x1E, 0x40, 0x01, 0x00, 0x00, 0xEF, 0x06, 0xC8,
    0x3C, 0xDC, 0x5E, 0xB8, 0x0B, 0x00, 0x00,
  ]

  static let answer =
    Array(
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n".utf8)
    + bytes
}
