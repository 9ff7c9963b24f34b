import MockKit
import Testing

@Suite struct ServerTests {
  @Test(
    "every server says that it is well",
    arguments: [
      (MockServerName.web, "website"), (.mini, "mini-program"), (.wechat, "wechat"),
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
      let method = try await world.visitor(.web).call("PUT", "/api/member")
      #expect(method.outcome == "404 /problems/unknown-route")
      #expect(method.json["detail"].text.contains("GET /api/member"))
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
}
