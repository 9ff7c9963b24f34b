import LinkageCore
import LinkageTransport
import Testing

@Suite("Who is not behind a proxy", .timeLimit(.minutes(2)))
struct NoProxyTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var except: String
    var direct: [String]
    var proxied: [String]

    var testDescription: String { except }

    init(_ except: String, direct: [String] = [], proxied: [String] = []) {
      self.except = except
      self.direct = direct
      self.proxied = proxied
    }
  }

  static let rows = [
    Row("", proxied: ["shop.example", "10.0.0.7"]),
    Row("*", direct: ["shop.example", "10.0.0.7", "[fd00::7]"]),
    Row(
      "shop.example", direct: ["shop.example", "www.shop.example", "SHOP.example"],
      proxied: ["myshop.example", "shop.example.org", "example"]),
    Row(
      ".shop.example", direct: ["www.shop.example", "shop.example"], proxied: ["myshop.example"]),
    Row("*.shop.example", proxied: ["www.shop.example", "shop.example"]),
    Row("SHOP.EXAMPLE", direct: ["shop.example"]),
    Row("a.example, shop.example", direct: ["shop.example", "a.example"]),
    Row("a.example shop.example", direct: ["shop.example", "a.example"]),
    Row("shop.example:PORT", proxied: ["shop.example"]),
    Row("10.0.0.7", direct: ["10.0.0.7"], proxied: ["10.0.0.8", "shop.example"]),
    Row("10.0.0.0/8", direct: ["10.0.0.7", "10.255.1.1"], proxied: ["11.0.0.7", "shop.example"]),
    Row("fd00::7", direct: ["[fd00::7]"], proxied: ["[fd00::8]"]),
  ]

  @Test("what no_proxy may hold is what libcurl knows", arguments: rows)
  func forms(row: Row) async throws {
    try await withServer(always: [.ok("direct")]) { server, transport in
      let proxy = try RawServer { _ in [.answer("503 No", "proxied"), .close] }
      defer { proxy.stop() }
      for (hosts, isDirect) in [(row.direct, true), (row.proxied, false)] {
        for host in hosts {
          let connection = Connection.with {
            let except = row.except.replacing("PORT", with: "\(server.port)")
            $0.proxy = .at(proxy.url, except: except)
            let name = host.filter { $0 != "[" && $0 != "]" }
            $0.pins = [.init(host: name, address: "127.0.0.1", port: nil)]
          }
          let exchange = await transport.send(
            .get("http://\(host):\(server.port)/").by(connection), in: nil)
          #expect((exchange.text == "direct") == isDirect, "\(host): \(exchange.result)")
          #expect((exchange.failure?.kind == .refused) == !isDirect, "\(host)")
          #expect((exchange.failure?.cause == nil) == isDirect, "\(host)")
        }
      }
    }
  }
}
