import MockKit
import Testing

@Suite struct ServerTests {
  @Test(
    "every server says that it is well",
    arguments: [
      (MockServerName.web, "website"), (.mini, "mini-program"), (.wechat, "wechat"),
      (.counter, "counter"),
    ])
  func health(server: MockServerName, name: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(server).call("GET", "/health")
      #expect(answer.status == 200)
      #expect(answer.text == #"{"server":"\#(name)","status":"ok"}"#)
      #expect(answer.wire.header("content-type") == "application/json")
    }
  }

  @Test("an unknown route names the nearest ones")
  func unknownRoute() async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.web).call("POST", "/api/registr")
      #expect(answer.outcome == "404 /problems/unknown-route")
      #expect(answer.json["detail"].text.contains("nearest routes: POST /api/register"))
    }
  }

  @Test(
    "a path that takes other methods names them", arguments: ShopSide.allCases,
    [("PUT", "/api/orders/W1"), ("DELETE", "/api/points"), ("GET", "/api/login")])
  func wrongMethod(side: ShopSide, asked: (method: String, path: String)) async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(on: side)
      let answer = try await visitor.call(asked.method, asked.path)
      #expect(answer.outcome == "405 /problems/method-not-allowed")
      let allow = asked.path == "/api/login" ? "OPTIONS, POST" : "GET, HEAD, OPTIONS"
      #expect(answer.wire.header("allow") == allow)
      let options = try await visitor.call("OPTIONS", asked.path)
      #expect(options.status == 204 && options.wire.header("allow") == allow)
    }
  }

  @Test("a body over 1 MiB is refused", arguments: ShopSide.allCases)
  func largeBody(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(on: side).call(
        "POST", "/api/login", String(repeating: "x", count: 1 << 20 | 1))
      #expect(answer.outcome == "413 /problems/body-too-large")
    }
  }

  @Test(
    "what no client means is refused, never a failure of the server",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 5000),
      #"{"amount":1e400,"reason":"x"}"#, #"{"amount":99999999999999999999,"reason":"x"}"#,
      #"{"amount":1.5,"reason":"x"}"#, #"{"amount":true,"reason":"x"}"#,
      #"{"amount":1,"reason":"\ud800"}"#,
      #"{"amount":null,"reason":null}"#, "null", "[]", "\u{0}", "\u{FEFF}{}", #"{"amount":NaN}"#,
      #"{"amount":1,"reason":""#,
    ])
  func strangeBodies(body: String) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let answer = try await visitor.call("POST", "/api/points/earn", body)
      #expect(answer.outcome == "422 /problems/invalid-request")
    }
  }

  @Test("nobody gets in without a session", arguments: ShopSide.allCases)
  func needsSession(side: ShopSide) async throws {
    let order =
      #"{"items":[{"sku":"cup-celadon","quantity":1}],"address":{"name":"a","phone":"b","line":"c"}}"#
    let booking = #"{"amount":1,"reason":"x"}"#
    try await MockWorld.run { world in
      let visitor = world.visitor(on: side)
      for (method, path, body) in [
        ("GET", "/api/member", ""), ("PATCH", "/api/member", #"{"name":"x"}"#),
        ("DELETE", "/api/member", ""), ("GET", "/api/orders", ""),
        ("POST", "/api/orders", order), ("GET", "/api/orders/W1", ""),
        ("POST", "/api/orders/W1/pay", ""), ("GET", "/api/points", ""),
        ("POST", "/api/points/earn", booking), ("POST", "/api/points/spend", booking),
      ] {
        let answer = try await visitor.call(
          method, path, body,
          headers: [
            ("cookie", "sid=nonsense"), ("authorization", "Bearer nonsense"),
          ])
        #expect(answer.outcome == "401 /problems/not-logged-in", "\(method) \(path)")
      }
    }
  }

  @Test(
    "a page of another origin may call either side, with its cookies", arguments: ShopSide.allCases)
  func crossOrigin(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(on: side)
      let origin = ("origin", "http://localhost:5173")
      let asked = try await visitor.call(
        "OPTIONS", "/api/member",
        headers: [
          origin, ("access-control-request-method", "PATCH"),
          ("access-control-request-headers", "authorization, content-type"),
        ])
      #expect(asked.status == 204)
      #expect(asked.wire.header("access-control-allow-origin") == origin.1)
      #expect(asked.wire.header("access-control-allow-credentials") == "true")
      #expect(asked.wire.header("access-control-allow-methods")?.contains("PATCH") == true)
      let allowed = asked.wire.header("access-control-allow-headers")?.lowercased() ?? ""
      #expect(allowed.contains("authorization") && allowed.contains("content-type"))
      // Refusals, too: a page that cannot read them cannot say what is wrong.
      for path in ["/api/products", "/api/member", "/api/nowhere"] {
        let answer = try await visitor.call("GET", path, headers: [origin])
        #expect(answer.wire.header("access-control-allow-origin") == origin.1, "\(path)")
        #expect(answer.wire.header("vary") == "Origin", "\(path)")
        let own = try await visitor.call("GET", path)
        #expect(own.wire.header("access-control-allow-origin") == nil, "\(path)")
      }
    }
  }

  @Test("HEAD tells what GET would, without the body")
  func head() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.web)
      let (get, head) = (
        try await visitor.call("GET", "/api/products"),
        try await visitor.call("HEAD", "/api/products")
      )
      #expect(head.status == 200 && head.text.isEmpty && !get.text.isEmpty)
      #expect(head.wire.header("content-length") == get.wire.header("content-length"))
      #expect(head.wire.header("content-type") == "application/json")
      #expect(try await visitor.call("HEAD", "/api/member").status == 401)
    }
  }

  @Test("a page of another origin reads the headers that paging and conditions need")
  func exposesHeaders() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.web)
      let answer = try await visitor.call(
        "GET", "/api/products?limit=1", headers: [("Origin", "http://localhost:5173")])
      let exposed = answer.wire.header("access-control-expose-headers") ?? ""
      #expect(exposed.contains("ETag") && exposed.contains("Link"))
      #expect(answer.wire.header("link") != nil)
      let own = try await visitor.call("GET", "/api/products")
      #expect(own.wire.header("access-control-expose-headers") == nil)
    }
  }
}
