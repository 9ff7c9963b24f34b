import LinkageCore
import LinkageScenario
import Testing

@Suite("How targets say that platforms are connected to")
struct TargetConnectionsTests {
  static let files = [
    "targets/ca.pem": "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
    "targets/plain.key": "-----BEGIN PRIVATE KEY-----\r\nMIIB\r\n-----END PRIVATE KEY-----\r\n",
    "targets/sealed.key": "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n",
    "targets/both.pem":
      "Bag Attributes\n-----BEGIN EC PRIVATE KEY-----\nMIIB\n-----END EC PRIVATE KEY-----\n"
      + "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
    "base/ca.pem": "-----BEGIN CERTIFICATE-----\n",
    "base/both.pem":
      "-----BEGIN CERTIFICATE-----\n-----BEGIN RSA PRIVATE KEY-----\n",
  ]

  /// A plan with one platform `web`, whose keys are `keys`; `base` is what the target extends.
  static func plan(
    _ keys: String, base: String? = nil, address: String = "https://shop.example",
    operations: String = "{ web.page: { get: / } }", bases: [String: String] = [:],
    steps: String = "{ do: web.page }", second: String = ""
  ) throws(Diagnostics) -> Plan {
    try PlanLoader.load(
      PlanRequest(
        scenarios: [
          SourceInput(path: "a.yaml", text: "scenario: a\nsteps: [ \(steps) ]\n"),
          SourceInput(path: "b.yaml", text: "scenario: b\nsteps: [ \(steps) ]\n"),
        ],
        target: SourceInput(
          path: "targets/t.yaml",
          text: """
            target: t
            \(base == nil ? "" : "extends: ../base/base.yaml")
            platforms:
              web: { base: "\(address)", \(keys) }
              \(second)
            operations: \(operations)
            """),
        file: { $0 == "base/base.yaml" ? base : nil },
        bytes: { files[$0].map { Array($0.utf8) } },
        environment: ["VERSION": "2", "COUNT": "7", "FLAG": "false", "TIME": "3s"],
        secrets: ["PROXY": "p%40ss", "KEY": "true", "HOST": "10.0.0.9"], bases: bases))
  }

  static func web(_ keys: String, base: String? = nil) throws -> Target.Platform {
    try #require(try plan(keys, base: base).scenarios[0].target.platforms.first)
  }

  static func settings(_ keys: String, base: String? = nil) throws -> Connection.Settings {
    try web(keys, base: base).connection.settings
  }

  static func problems(
    _ keys: String, address: String = "https://shop.example",
    operations: String = "{ web.page: { get: / } }", bases: [String: String] = [:],
    second: String = ""
  ) -> [String] {
    Loading.problems { () throws(Diagnostics) -> Plan in
      try plan(
        keys, address: address, operations: operations, bases: bases, second: second)
    }
  }

  @Test("what is not said is as it is everywhere, by one connection for all")
  func nothing() throws {
    let web = try Self.web("")
    #expect(web.connection === Connection.standard && web.maximumAnswer == nil && web.isTraced)
  }

  @Test("every key finds its place")
  func everything() throws {
    let web = try Self.web(
      """
      http: 1.1, compress: false, traceparent: false,
      tls: { ca: ca.pem, cert: ca.pem, key: sealed.key, password: "${secret.KEY}", min: 1.3 },
      resolve: { Shop.Example: 10.0.0.7, "shop.example:8443": "[::1]", "shop.example:81": other },
      proxy: { url: "http://qa:${secret.PROXY}@proxy.corp:3128/", except: [ "localhost, .corp", 10.0.0.0/8, "[::1]" ] },
      limits: { rate: 50/s, in_flight: 16, connections: 8, timeout: 5s, connect: 2s, idle: 3s, answer: 4MB }
      """)
    var settings = Connection.Settings()
    settings.version = .http1
    settings.authority = "targets/ca.pem"
    settings.certificate = Connection.Certificate(
      file: "targets/ca.pem", key: "targets/sealed.key", password: "true")
    settings.leastTLS = .v13
    settings.pins = [
      Connection.Pin(host: "shop.example", address: "::1", port: 8443),
      Connection.Pin(host: "shop.example", address: "other", port: 81),
      Connection.Pin(host: "shop.example", address: "10.0.0.7", port: nil),
    ]
    settings.proxy = .at(
      "http://qa:p%40ss@proxy.corp:3128", except: "localhost,.corp,10.0.0.0/8,::1")
    settings.isCompressed = false
    settings.connections = 8
    settings.connectTimeout = .seconds(2)
    settings.idleTimeout = .seconds(3)
    #expect(web.connection.settings == settings)
    #expect(web.maximumAnswer == 4_000_000 && !web.isTraced)
    #expect(web.timeout == .seconds(5) && web.inFlight == 16)
  }

  @Test("variables of the environment and secrets are filled in everywhere")
  func filled() throws {
    let web = try Self.web(
      """
      http: "${env.VERSION}", compress: "${env.FLAG}", resolve: { shop.example: "${secret.HOST}" },
      limits: { connections: "${env.COUNT}", in_flight: "${env.COUNT}", idle: "${env.TIME}", rate: "${env.COUNT}/s" }
      """)
    let settings = web.connection.settings
    #expect(settings.version == .http2 && !settings.isCompressed && settings.connections == 7)
    #expect(settings.pins.map(\.address) == ["10.0.0.9"] && settings.idleTimeout == .seconds(3))
    #expect(web.inFlight == 7 && web.rate == Target.Rate(count: 7, per: .seconds(1)))
  }

  @Test("a platform has one connection, whatever uses it")
  func identity() throws {
    let platforms = try Self.plan("http: 1.1").scenarios.map { $0.target.platforms[0] }
    #expect(platforms.count == 2 && platforms[0].connection === platforms[1].connection)
  }

  @Test("a variable that is not set matters where the platform is used")
  func unset() throws {
    let unset = "mini: { base: \"https://m.example\", proxy: \"http://u:${secret.NO}@p:1\" }"
    #expect(Self.problems("", second: unset) == [])
    let used = Self.problems("", operations: "{ web.page: { on: mini, get: / } }", second: unset)
    #expect(used.count == 1 && used[0].contains("missingVariable(name: \"NO\""), "\(used)")
  }

  @Test(
    "a version of HTTP is one that is spoken",
    arguments: [
      ("auto", Connection.Version.negotiated), ("\"1.1\"", .http1), ("1.1", .http1), ("2", .http2),
    ])
  func versions(_ text: String, version: Connection.Version) throws {
    #expect(try Self.settings("http: \(text)").version == version)
  }

  @Test("every version of TLS has its name", arguments: Connection.TLSVersion.allCases)
  func leastTLS(_ version: Connection.TLSVersion) throws {
    #expect(try Self.settings("tls: { min: \(version.rawValue) }").leastTLS == version)
  }

  @Test("a certificate may hold its key, and a plain key needs no password")
  func certificates() throws {
    let both = try Self.settings("tls: { cert: both.pem }").certificate
    #expect(both == Connection.Certificate(file: "targets/both.pem", key: nil, password: nil))
    let apart = try Self.settings("tls: { cert: ca.pem, key: plain.key }").certificate
    #expect(apart?.key == "targets/plain.key")
  }

  @Test(
    "a proxy may be none, the environment's, or an address",
    arguments: [
      ("none", Connection.Proxy.none), ("environment", .environment),
      ("\"http://p:3128\"", .at("http://p:3128", except: "")),
      ("\"HTTP://[::1]:3128\"", .at("HTTP://[::1]:3128", except: "")),
      ("{ url: \"http://p:3128\" }", .at("http://p:3128", except: "")),
      ("{ url: \"http://p:3128\", except: \"*\" }", .at("http://p:3128", except: "*")),
      ("{ url: \"http://p:3128\", except: [a, \"b, *\"] }", .at("http://p:3128", except: "*")),
    ])
  func proxies(_ text: String, proxy: Connection.Proxy) throws {
    #expect(try Self.settings("proxy: \(text)").proxy == proxy)
  }

  @Test(
    "a size has a unit and its bounds",
    arguments: [
      ("1KB", 1_000), ("1kB", 1_000), ("1KiB", 1_024), ("1.5MB", 1_500_000), ("1MiB", 1_048_576),
      ("1GB", 1_000_000_000), ("0.5GiB", 536_870_912), ("999999KB", 999_999_000), ("0.9KB", nil),
      ("1GiB", nil), ("1.1GB", nil), ("0MB", nil), ("4M", nil), ("4mb", nil), ("4 MB", nil),
      ("-4MB", nil), ("4,5MB", nil), ("1e3KB", nil), ("MB", nil), (".5MB", nil), ("4B", nil),
      ("99999999999999999999GB", nil), ("1", nil), ("infMB", nil), ("0x1MB", nil),
    ])
  func sizes(_ text: String, bytes: Int?) {
    let keys = "limits: { answer: \"\(text)\" }"
    #expect((try? Self.web(keys))?.maximumAnswer == bytes)
    if bytes == nil { #expect(Self.problems(keys).count == 1) }
  }

  static let base = """
    target: base
    platforms:
      web:
        http: "1.1"
        tls: { ca: ca.pem, cert: both.pem, min: "1.3" }
        resolve: { shop.example: 10.0.0.1, "shop.example:81": 10.0.0.2 }
        proxy: { url: "http://p:3128", except: a }
        compress: false
        traceparent: false
        limits: { connections: 8, timeout: 5s, connect: 2s, idle: 3s, answer: 4MB }
    """

  @Test("everything comes from the base where the target says nothing")
  func inherited() throws {
    let web = try Self.web("limits: { connections: 9 }", base: Self.base)
    let settings = web.connection.settings
    #expect(settings.version == .http1 && settings.authority == "base/ca.pem")
    #expect(settings.certificate?.file == "base/both.pem" && settings.leastTLS == .v13)
    #expect(settings.pins.count == 2 && settings.proxy == .at("http://p:3128", except: "a"))
    #expect(!settings.isCompressed && settings.connections == 9 && !web.isTraced)
    #expect(settings.connectTimeout == .seconds(2) && settings.idleTimeout == .seconds(3))
    #expect(web.maximumAnswer == 4_000_000 && web.timeout == .seconds(5))
  }

  @Test("what the target says replaces the base's, key by key")
  func replaced() throws {
    let web = try Self.web(
      """
      http: auto, tls: { cert: ca.pem, key: plain.key, min: "1.2" }, resolve: {},
      proxy: environment, compress: true, traceparent: true,
      limits: { connect: 1s, idle: 1s, answer: 1MB }
      """, base: Self.base)
    var settings = Connection.Settings()
    settings.authority = "base/ca.pem"
    settings.certificate = Connection.Certificate(
      file: "targets/ca.pem", key: "targets/plain.key", password: nil)
    settings.connections = 8
    settings.connectTimeout = .seconds(1)
    settings.idleTimeout = .seconds(1)
    #expect(web.connection.settings == settings && web.isTraced)
    #expect(web.maximumAnswer == 1_000_000 && web.timeout == .seconds(5))
  }

  @Test("a limit of time is held against the timeout of either file")
  func timesAcrossFiles() {
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try Self.plan("limits: { timeout: 1s }", base: Self.base)
    }
    #expect(problems.count == 2 && problems.allSatisfy { $0.hasPrefix("base/base.yaml:10:") })
  }

  @Test("a request with a longer time limit gives sense to a longer idle time")
  func longRequest() {
    let export = "{ web.page: { get: / }, web.export: { get: /x, timeout: 60s } }"
    #expect(Self.problems("limits: { idle: 20s }", operations: export) == [])
    #expect(Self.problems("limits: { idle: 20s }").count == 1)
    #expect(Self.problems("limits: { timeout: 20s, idle: 20s }") == [])
  }

  @Test("an authority may stand beside an address without TLS, what else needs TLS may not")
  func withoutTLS() {
    let clear = "http://shop.example"
    #expect(Self.problems("tls: { ca: ca.pem }", address: clear) == [])
    #expect(Self.problems("tls: { min: 1.3 }", address: clear).count == 1)
    #expect(Self.problems("http: 1.1", address: clear) == [])
    #expect(Self.problems("http: 2", address: clear).count == 1)
    #expect(Self.problems("http: 2", bases: ["web": clear]).count == 1)
    #expect(Self.problems("http: 2", address: clear, bases: ["web": "https://a"]) == [])
  }

  @Test("an address without TLS of its own leaves out what a base says of TLS")
  func clearOnTop() throws {
    let base = "target: base\nplatforms: { web: { tls: { cert: both.pem, min: 1.3 } } }\n"
    let plan = try Self.plan("", base: base, address: "http://127.0.0.1:1")
    #expect(plan.scenarios.count == 2)
  }

  /// Hosts that a target may pin, and why.
  static let pinned: [(host: String, operations: String, isKnown: Bool)] = [
    ("shop.example", "{ web.page: { get: / } }", true),
    ("cdn.test", "{ web.page: { get: / } }", false),
    ("cdn.test", "{ web.page: { get: \"https://u:p@CDN.test:8443/x\" } }", true),
    ("cdn.test", "{ web.page: { get: \"https://cdn.test/${with.x}\" }, web.a: { get: / } }", true),
    ("cdn.test", "{ web.page: { get: \"https://cdn2.test/${with.x}\" } }", false),
    ("cdn.test", "{ web.page: { get: \"https://${with.x}.test/\" } }", true),
    ("cdn.test", "{ web.page: { get: \"${with.x}\" } }", true),
    ("cdn.test", "{ web.page: { get: /, follow: true } }", true),
    ("cdn.test", "{ web.page: { submit: / } }", true),
    ("cdn.test", "{ web.page: { get: \"/to?url=https://cdn.test/x\" } }", false),
    ("cdn.test", "{ web.page: { on: mini, get: /, follow: 3 } }", false),
    ("m.example", "{ web.page: { get: / } }", true),
  ]

  @Test("a host is pinned where a request may ask it", arguments: pinned)
  func hosts(_ host: String, operations: String, isKnown: Bool) {
    let mini = "mini: { base: \"https://m.example\" }"
    let problems = Self.problems(
      "resolve: { \(host): 10.0.0.1 }",
      operations: operations.replacing("${with.x}", with: "${env.X}"),
      second: mini
    ).filter { !$0.contains("missingVariable") }
    #expect(problems.isEmpty == isKnown, "\(problems)")
  }

  @Test("what a proxy's address holds is not repeated where it is wrong")
  func hiddenProxy() {
    for proxy in [
      "socks5://u:geheim@p:1", "u:geheim@p:1", "http://u:geheim@p", "http://u:geheim@p:1/x",
    ] {
      let problems = Self.problems("proxy: \"\(proxy)\"")
      #expect(problems.count == 1 && !problems[0].contains("geheim"), "\(problems)")
    }
  }

  @Test(
    "a password that ends the address too early is to be encoded, and is not told",
    arguments: ["p@ge/heim", "ge?heim", "ge#heim", "/geheim", "ge heim", "ge:heim@/"])
  func unencodedProxy(_ password: String) {
    let problems = Self.problems("proxy: \"http://u:\(password)@p:3128\"")
    #expect(problems.count == 1 && problems[0].contains("unencodedPassword"), "\(problems)")
    #expect(!problems[0].contains("heim"))
  }

  @Test("endless and strange PEM files are read to their end")
  func strangeFiles() {
    for text in ["", "-----BEGIN ", "-----BEGIN -----", "-----BEGIN PRIVATE KEY", "\0\0"] {
      let problems = Loading.problems { () throws(Diagnostics) -> Plan in
        try PlanLoader.load(
          PlanRequest(
            scenarios: [
              SourceInput(path: "s.yaml", text: "scenario: s\nsteps: [ { on: w, get: / } ]\n")
            ],
            target: SourceInput(
              path: "t.yaml",
              text: "target: t\nplatforms: { w: { base: \"https://a\", tls: { cert: c } } }\n"),
            bytes: { _ in Array(text.utf8) }))
      }
      #expect(problems.count == 1 && problems[0].contains("noCertificate"), "\(problems)")
    }
  }
}
