import Foundation
import Testing

/// Runs a journey, then what `linkage curl` makes of it by a shell, and compares what a server saw.
@Suite("linkage curl", .timeLimit(.minutes(5)))
struct CurlTests {
  static let odd = #"a'b"c\d $HOME `id` $(id) %s %41 ! & | ; # ~ * 中文 é"#

  private static let target = """
    target: shop
    platforms:
      web:
        base: "URL"
        session: { cookies: true, headers: { X-Token: "Token ${session.token}" } }
        limits: { timeout: 9s }
    operations:
      web.login: { post: /login, json: { user: "${with.user}", password: "${secret.WORD}" }, session: { token: http.body.token } }
    """

  private static let scenario = #"""
    scenario: repeated
    actors: { alice: { user: al } }
    steps:
      - { id: login, do: web.login, as: alice }
      - { id: read, on: web, as: alice, get: "/in/x", query: { q: "${secret.WORD}", r: "a b&c" }, headers: { X-Empty: "", X-Odd: "it's \"odd\" $HOME 中文" } }
      - { id: outside, on: web, as: alice, get: "/out/${secret.WORD}" }
      - { id: upper, on: web, get: /out/u, headers: { X-Upper: "${secret.WORD.upperAscii()}" } }
      - { id: text, on: web, as: alice, post: /in/text, body: "ODD\nsecond line\n", headers: { Content-Type: "text/x; a=b" } }
      - { id: controls, on: web, as: alice, post: /in/text, body: "a\r\nb\u0007\u001bc %d \\ ' ${secret.WORD}" }
      - { id: form, on: web, as: alice, post: /in/form, form: { word: "${secret.WORD}", b: "ODD" } }
      - { id: parts, on: web, as: alice, put: /in/parts, multipart: { a: "ODD", password: "${secret.WORD}" } }
      - { id: basic, on: web, post: /basic, basic: { user: shop, password: "${secret.WORD}" }, json: { list: [1, 2.5, "ODD"] } }
      - { id: submitted, on: web, as: alice, submit: /in/page, fields: { who: "${secret.WORD}", password: "p w+d" } }
      - { id: empty, on: web, as: alice, post: /in/empty }
      - { id: bare, on: web, as: alice, delete: "/in/thing?x=[1]{2}" }
      - { id: moved, on: web, as: alice, get: /in/moved, follow: 2, ok: http.status == 200 }
      - { id: patched, on: web, as: alice, patch: /in/y, json: { a: "${secret.WORD}" }, headers: { User-Agent: other, Accept: "application/json" } }
    """#

  /// The environment's secret has all that is written otherwise in an address, a form and JSON.
  private static let secret = "w'o\"r d+\\%&=/é~*$x\t中"

  /// Its letters in capitals: spelled in a way that no shell makes of the variable.
  private static let loud = "W'O\"R D+\\%&=/é~*$X\t中"

  private static let environment = ["LINKAGE_SECRET_WORD": secret]

  private static func stage(_ shop: RecordingShop) throws -> Folder {
    let folder = try Folder()
    let quoted = odd.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("$", with: "$$").replacing("$$HOME", with: "$HOME").replacing("$$(", with: "$(")
    try folder.write(
      target.replacing("URL", with: shop.server.url), to: "targets/shop.yaml")
    try folder.write(scenario.replacing("ODD", with: quoted), to: "repeated.yaml")
    return folder
  }

  private static func run(
    _ shop: RecordingShop, in folder: Folder, _ options: String...
  ) async throws -> [SmallRequest] {
    let result = try await Binary.run(
      ["run", "repeated.yaml", "--target", "targets/shop.yaml"] + options, in: folder,
      environment: environment)
    try #require(result.code == 0, "\(result.output)\(result.errors)")
    return shop.takeRequests()
  }

  /// A shell runs the lines, with these variables and no others of ours.
  private static func shell(
    _ script: String, in folder: Folder, _ variables: [String: String]
  ) async throws -> (code: Int32, output: String) {
    try folder.write(script, to: "script.sh")
    let output = folder.url.appendingPathComponent("script.out").path
    let child = try Child(
      ["/bin/sh", "script.sh"], in: folder.url.path,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(variables) { $1 },
      output: output, errors: output)
    try await eventually("the shell's end") { child.status != nil }
    return (child.status ?? -1, try folder.read("script.out"))
  }

  /// How many requests each step sends, and what stands for what only the run knew.
  private static let steps: [(id: String, requests: Int, unknown: [String])] = [
    ("login", 1, []), ("read", 1, [RecordingShop.token, RecordingShop.cookie]),
    ("outside", 1, [RecordingShop.token]), ("upper", 1, [loud]),
    ("text", 1, [RecordingShop.token, RecordingShop.cookie]),
    ("controls", 1, [RecordingShop.token, RecordingShop.cookie]),
    ("form", 1, [RecordingShop.token, RecordingShop.cookie]),
    ("parts", 1, [RecordingShop.token, RecordingShop.cookie]),
    ("basic", 1, []),
    ("submitted", 2, [RecordingShop.token, RecordingShop.cookie, "p w+d"]),
    ("empty", 1, [RecordingShop.token, RecordingShop.cookie]),
    ("bare", 1, [RecordingShop.token, RecordingShop.cookie]),
    ("moved", 2, [RecordingShop.token, RecordingShop.cookie]),
    ("patched", 1, [RecordingShop.token, "1", RecordingShop.cookie]),
  ]

  /// curl puts the header of `--user` ahead of those that are given, and has no option that asks
  /// for gzip alone where `--compressed` asks for more.
  private static func expect(
    _ again: SmallRequest, repeats first: SmallRequest, _ step: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      again.lines.sorted() == first.lines.sorted(), "\(step)", sourceLocation: sourceLocation)
    #expect(inOrder(again) == inOrder(first), "\(step)", sourceLocation: sourceLocation)
    #expect(again.body == first.body, "\(step): \(again.text)", sourceLocation: sourceLocation)
  }

  private static func inOrder(_ request: SmallRequest) -> [String] {
    request.lines.filter {
      !$0.hasPrefix("Authorization: ") && !$0.hasPrefix("Accept-Encoding: ")
    }
  }

  @Test("gives lines that repeat each request byte for byte")
  func repeated() async throws {
    let shop = try RecordingShop()
    let folder = try Self.stage(shop)
    var sent = try await Self.run(shop, in: folder)[...]
    #expect(sent.count == Self.steps.reduce(0) { $0 + $1.requests })
    for step in Self.steps {
      let originals = Array(sent.prefix(step.requests))
      sent = sent.dropFirst(step.requests)
      let curl = try await Binary.run(["curl", "last", "--step", step.id], in: folder)
      #expect(curl.code == 0 && curl.errors == "", "\(curl.errors)")
      #expect(!curl.output.contains(RecordingShop.cookie) && !curl.output.contains("tok'en"))
      let numbers = step.unknown.indices.map { "SECRET_\($0 + 1)" }
      let unknown = Dictionary(uniqueKeysWithValues: zip(numbers, step.unknown))
      let result = try await Self.shell(
        curl.output, in: folder, Self.environment.merging(unknown) { $1 })
      #expect(result.code == 0, "\(step.id): \(result.output)\n\(curl.output)")
      let again = shop.takeRequests()
      #expect(again.count == originals.count, "\(step.id)\n\(curl.output)")
      for (again, first) in zip(again, originals) { Self.expect(again, repeats: first, step.id) }
    }
  }

  @Test("fills in what the environment has, and only that, when it is asked to")
  func filledIn() async throws {
    let shop = try RecordingShop()
    let folder = try Self.stage(shop)
    let sent = try await Self.run(shop, in: folder)
    for (step, position) in [("login", 0), ("basic", 8)] {
      let curl = try await Binary.run(
        ["curl", "last", "--step", step, "--secrets"], in: folder, environment: Self.environment)
      #expect(!curl.output.contains("${"))
      let result = try await Self.shell(curl.output, in: folder, [:])
      #expect(result.code == 0, "\(result.output)")
      let again = try #require(shop.takeRequests().first)
      Self.expect(again, repeats: sent[position], step)
    }
    let other = try await Binary.run(
      ["curl", "last", "--step", "outside", "--secrets"], in: folder,
      environment: Self.environment)
    #expect(other.output.contains("captured or made up in the run"))
    #expect(other.output.contains("${SECRET_1:?}") && !other.output.contains("LINKAGE_SECRET"))
  }

  @Test("sends nothing while a secret is not set", arguments: ["login", "outside", "form"])
  func unset(step: String) async throws {
    let shop = try RecordingShop()
    let folder = try Self.stage(shop)
    _ = try await Self.run(shop, in: folder)
    let curl = try await Binary.run(["curl", "last", "--step", step], in: folder)
    let result = try await Self.shell(curl.output, in: folder, [:])
    #expect(result.code != 0)
    #expect(shop.takeRequests().isEmpty, "\(result.output)")
  }

  @Test("a run whose lines cannot be written does not begin", arguments: ["en", "zh"])
  func notWritable(language: String) async throws {
    let shop = try RecordingShop()
    let folder = try Self.stage(shop)
    let result = try await Binary.run(
      [
        "run", "repeated.yaml", "--target", "targets/shop.yaml", "--curl", "repeated.yaml/x",
        "--lang", language,
      ], in: folder, environment: Self.environment)
    #expect(result.code == 6)
    #expect(result.errors.contains("`repeated.yaml/x`"), "\(result.errors)")
    #expect(shop.takeRequests().isEmpty)
  }

  @Test("what is not there is said, and ends with 2", arguments: ["curl", "show"])
  func missing(command: String) async throws {
    let shop = try RecordingShop()
    let folder = try Self.stage(shop)
    let none = try await Binary.run([command], in: folder)
    #expect(none.code == 2 && none.errors.contains("there is no run `last`"))
    _ = try await Self.run(shop, in: folder)
    for (options, said) in [
      (["1999"], "`1999`"), (["last", "--step", "reda"], "did you mean `read`?"),
      (["last", "--case", "2"], "no scenario `2`"), (["--step", "read", "--read", "1"], "--read"),
    ] {
      let result = try await Binary.run([command] + options, in: folder)
      #expect(result.code == 2 && result.output == "")
      #expect(result.errors.contains(said), "\(result.errors)")
    }
  }

  @Test("a run asked for them writes lines with all secrets, which repeat the whole run")
  func live() async throws {
    let shop = try RecordingShop()
    let folder = try Self.stage(shop)
    try folder.write("old", to: "all.sh")
    let sent = try await Self.run(shop, in: folder, "--curl", "all.sh")
    let path = folder.url.appendingPathComponent("all.sh").path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let lines = try folder.read("all.sh")
    #expect(lines.hasPrefix("# repeated › login · ") && lines.contains("# repeated › moved · "))
    let result = try await Self.shell(lines, in: folder, [:])
    #expect(result.code == 0, "\(result.output)")
    let again = shop.takeRequests()
    #expect(again.count == sent.count)
    for (again, first) in zip(again, sent) { Self.expect(again, repeats: first, first.path) }
  }
}
