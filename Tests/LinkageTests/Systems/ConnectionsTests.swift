import Foundation
import Synchronization
import Testing

/// What a target says of connections, seen from the other end.
@Suite("A target's connections")
struct ConnectionsTests {
  /// A server that remembers the headers of the last request.
  private final class Shop: Sendable {
    let server: SmallServer
    private let seen: Seen

    private final class Seen: Sendable { let headers = Mutex<[String: String]>([:]) }

    init(body: String = "{}") throws {
      let seen = Seen()
      self.seen = seen
      server = try SmallServer { request in
        seen.headers.withLock { $0 = request.headers }
        return .json(body)
      }
    }

    var headers: [String: String] { seen.headers.withLock { $0 } }
    var port: String { String(server.url.split(separator: ":").last ?? "") }
  }

  private func run(
    _ platform: String, environment: [String: String] = [:], language: String = "en"
  ) async throws -> (result: Binary.Result, folder: Folder) {
    let folder = try Folder()
    try folder.write(
      "target: t\nplatforms:\n  web: { \(platform) }\n", to: "t.yaml")
    try folder.write(
      "scenario: s\nsteps: [ { on: web, get: /x, expect: [ http.status == 200 ] } ]\n",
      to: "s.yaml")
    let result = try await Binary.run(
      ["run", "s.yaml", "--target", "t.yaml", "--lang", language], in: folder,
      environment: environment)
    return (result, folder)
  }

  @Test("a pinned host is asked under its own name")
  func pinned() async throws {
    let shop = try Shop()
    let (run, _) = try await run(
      """
      base: "http://shop.test:\(shop.port)", resolve: { Shop.test: 127.0.0.1, "shop.test:1": 192.0.2.1 }
      """)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    #expect(shop.headers["host"] == "shop.test:\(shop.port)")
  }

  @Test("compression and traces are asked for unless the target says otherwise")
  func headers() async throws {
    let shop = try Shop()
    #expect(try await run("base: \"\(shop.server.url)\"").result.code == 0)
    #expect(shop.headers["accept-encoding"]?.contains("gzip") == true)
    #expect(shop.headers["traceparent"]?.count == 55)
    let off = "base: \"\(shop.server.url)\", compress: false, traceparent: false, http: 1.1"
    #expect(try await run(off).result.code == 0)
    #expect(shop.headers["traceparent"] == nil)
    #expect(shop.headers["accept-encoding"]?.contains("gzip") != true)
  }

  @Test("an answer larger than its limit is no answer")
  func largest() async throws {
    let shop = try Shop(body: "{\"a\":\"\(String(repeating: "x", count: 2_000))\"}")
    let fits = try await run("base: \"\(shop.server.url)\", limits: { answer: 3KB }").result
    #expect(fits.code == 0, "\(fits.errors)\(fits.output)")
    let large = try await run("base: \"\(shop.server.url)\", limits: { answer: 2KB }").result
    #expect(large.code == 5 && large.output.contains("too large"), "\(large.errors)\(large.output)")
  }

  @Test("a proxy is asked in the server's place, with its password, which nobody is told")
  func proxy() async throws {
    let proxy = try Shop()
    let (run, folder) = try await run(
      """
      base: "http://shop.test", proxy: { url: "http://qa:${secret.PROXY}@127.0.0.1:\(proxy.port)", except: other.test }
      """, environment: ["LINKAGE_SECRET_PROXY": "Planted%40Pa55word"])
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let sent = Data("qa:Planted@Pa55word".utf8).base64EncodedString()
    #expect(proxy.headers["host"] == "shop.test")
    #expect(proxy.headers["proxy-authorization"] == "Basic \(sent)")
    for (name, bytes) in try folder.everything() {
      let text = String(decoding: bytes, as: UTF8.self)
      for secret in ["Planted%40Pa55word", "Planted@Pa55word", sent] {
        #expect(!text.contains(secret), "\(name)")
      }
    }
  }

  @Test("a proxy that asks for a password is named beside its answer", arguments: ["en", "zh"])
  func askingProxy(language: String) async throws {
    let proxy = try SmallServer { _ in .json("{}", status: 407) }
    let (run, _) = try await run(
      "base: \"http://shop.test\", proxy: \"\(proxy.url)\"", language: language)
    #expect(run.code == 5, "\(run.errors)\(run.output)")
    #expect(run.output.contains("`\(proxy.url)`") && run.output.contains("`@`"), "\(run.output)")
  }

  @Test("of the session's Authorization header and `basic` only the header is sent")
  func oneAuthorization() async throws {
    let shop = try Shop()
    for (session, sent) in [
      ("session: { headers: { Authorization: \"Bearer x\" } }", "Bearer x"),
      ("session: { cookies: true }", "Basic dTpw"),
    ] {
      let folder = try Folder()
      try folder.write(
        "target: t\nplatforms:\n  web: { base: \"\(shop.server.url)\", \(session) }\n", to: "t.yaml"
      )
      try folder.write(
        """
        scenario: s
        steps: [ { on: web, get: /x, basic: { user: u, password: p } } ]

        """, to: "s.yaml")
      let result = try await Binary.run(["run", "s.yaml", "--target", "t.yaml"], in: folder)
      #expect(result.code == 0, "\(result.errors)\(result.output)")
      #expect(shop.headers["authorization"] == sent)
    }
  }

  @Test("what the run called the password of its proxy, `linkage curl` calls the same")
  func namedProxyPassword() async throws {
    let proxy = try Shop()
    let (run, folder) = try await run(
      """
      base: "http://shop.test", proxy: "http://qa:${secret.PROXY}@127.0.0.1:\(proxy.port)"
      """, environment: ["LINKAGE_SECRET_PROXY": "Planted%40Pa55word"])
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let lines = try await Binary.run(["curl", "last"], in: folder)
    #expect(lines.output.contains("'http://qa:'\"${LINKAGE_SECRET_PROXY:?}\"'@"), "\(lines.output)")
  }

  @Test("a proxy that nobody runs is named, without its password", arguments: ["en", "zh"])
  func deadProxy(language: String) async throws {
    let (run, folder) = try await run(
      "base: \"http://shop.test\", proxy: \"http://qa:Planted%40Pa55word@127.0.0.1:1\"",
      language: language)
    #expect(run.code == 4, "\(run.errors)\(run.output)")
    #expect(run.errors.contains("`http://127.0.0.1:1`") && run.errors.contains("`proxy: none`"))
    for (name, bytes) in try folder.everything() where name != "t.yaml" {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("Planted"), "\(name)")
    }
    #expect(!(run.errors + run.output).contains("Planted"), "\(run.errors)\(run.output)")
  }

  @Test("what an exception names is asked without the proxy")
  func exception() async throws {
    let shop = try Shop()
    let (run, _) = try await run(
      """
      base: "\(shop.server.url)", proxy: { url: "http://127.0.0.1:1", except: [ shop.test, 127.0.0.0/8 ] }
      """)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
  }

  /// Each with a word of the message.
  static let mistakes = [
    ("htttp: 2", "did you mean `http`?"), ("http: 2", "`http: \"2\"` needs TLS"),
    ("proxy: \"socks5://p:1080\"", "`socks5://` are not supported"),
    ("resolve: { shop.tst: 10.0.0.1 }", "did you mean `shop.test`?"),
    ("limits: { connect: 20s }", "`connect` is 20.00 s"),
    ("limits: { answer: 4M }", "a size, such as 512KB"),
    ("tls: { cert: gone.pem }", "there is no file `gone.pem`"),
  ]

  @Test("a mistake is told with its place before anything is sent", arguments: mistakes)
  func mistake(_ keys: String, words: String) async throws {
    let (run, _) = try await run("base: \"http://shop.test\", \(keys)")
    #expect(run.code == 2 && run.errors.contains(words), "\(run.errors)\(run.output)")
    #expect(run.errors.contains("--> t.yaml:3:"), "\(run.errors)")
  }
}
