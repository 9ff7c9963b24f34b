import Foundation
import Testing

/// Secrets of every origin, answered in every way of writing, and then looked for in all that the
/// program leaves behind.
@Suite("Planted secrets")
struct SecretsOriginsTests {
  /// By the name behind `secret.`.
  static let planted = [
    "ACTOR": "actor Pa5s/é+\"1\"", "ACCOUNT": "acc+Ount/é&02 x", "HEADER": "hdr+Sec/ret=03&z",
    "BODY": "body'S\\cr<é>/t 04\"", "QUERY": "qry S+cré/t?05&=", "BASIC": "bas:ic Sé/cr+t 06",
    "ROW": "row+Value/é 07~!", "FORM": "form S&cr\"é<t>08'", "PART": "multi+part/é 09\"",
    "JOINED": "tog+ether/é 10*()", "FLOW": "flow/in+put é 11", "NUMBER": "7319450268157",
    "LONG": "long-" + String(repeating: "Sécr/t+", count: 30), "PATH": "path/S+cr é/t 12",
    "LINES": "two lines\nof one Sécret/13",
  ]

  private static let contract = """
    contract: linkage/v1
    platforms: { web: { title: Website } }
    # The server tells every secret to everybody.
    actors: { alice: { sees: [clerk] }, clerk: { sees: [alice] } }
    operations:
      web.login:
        in: { phone: phone, password: secret, pin: secret }
        out: { pass: secret, said: string }
      web.echo: { in: { key: string, more: "string?" }, out: { text: string } }
      web.oddLogin: { in: { password: secret } , out: { pass: secret } }
      web.bareLogin: { out: { pass: secret } }
      web.word: { in: { word: string } }
      web.upload: { in: { key: string } }
      web.moved: {}
    """

  static func target(_ url: String) -> String {
    """
    target: leaky
    platforms:
      web:
        base: "\(url)"
        session: { cookies: true, headers: { Authorization: "Bearer ${session.token}", X-Ticket: "${session.ticket}" } }
    accounts: { clerk: { user: shop, key: "${secret.ACCOUNT}" } }
    operations:
      web.login:
        post: /login
        json: { phone: "${with.phone}", password: "${with.password}", pin: "${with.pin}" }
        session: { token: http.body.token, ticket: "http.headers['x-ticket']" }
        out: { pass: http.body.pass, said: http.body.said }
      web.oddLogin:
        post: /odd-login
        json: { password: "${with.password}" }
        let: { kept: int(http.body.token) }
        session: { token: http.body.token, ticket: "http.headers['x-ticket']", kept: kept }
        out: { pass: http.body.pass }
      web.bareLogin: { post: /bare-login, out: { pass: http.body.token } }
      web.echo:
        post: "/echo/${secret.PATH}"
        headers: { X-Key: "${secret.HEADER}" }
        query: { q: "${secret.QUERY}", more: "${with.more}" }
        basic: { user: shop, password: "${secret.BASIC}" }
        json: { key: "${with.key}", more: "${with.more}", body: "${secret.BODY}", "list": [ "a ${secret.BODY} b" ] }
        out: { text: http.body.text }
      web.word: { submit: /form, form: "#word", fields: { word: "${with.word}", password: "${with.word}" } }
      web.upload:
        post: /echo
        multipart: { key: "${with.key}", note: { content: "a ${secret.PART} b", type: text/plain, name: n.txt } }
      web.moved: { get: /moved, follow: true }
    """
  }

  private static let flow = """
    flow: inner
    inputs: { key: string, pin: secret }
    outputs: { text: echo.out.text, key: inputs.key, token: inputs.pin }
    steps:
      - { id: echo, do: web.echo, with: { key: "${inputs.key} ${inputs.pin}" }, let: { inside: inputs.key } }
    finally:
      - { do: web.echo, with: { key: "${inputs.key}" } }
    """

  private static let passing = """
    scenario: kept
    title: "Keeps ${row.name}"
    matrix: [ { name: one, key: "${secret.ROW}" } ]
    actors: { alice: { phone: "13912345678", password: "${secret.ACTOR}", pin: "${fake.uuid()}" } }
    steps:
      - { id: login, do: web.login, as: alice, let: { again: out.pass, both: "out.pass + '&' + secret.BODY" } }
      - { id: second, do: web.login, as: alice, expect: [ out.pass == login.out.pass, out.pass == again, http.body.token != login.http.body.token ] }
      - { id: each, do: web.echo, as: alice, with: { key: "${row.key}", more: "${both}" } }
      - { id: theirs, do: web.echo, as: clerk, expect: [ "with.key == clerk.key" ] }
      - { id: flow, use: flow.yaml, as: alice, with: { key: "${secret.FLOW}" }, expect: [ out.key == secret.FLOW ] }
      - together:
          - { id: here, do: web.echo, as: alice, with: { key: "${secret.JOINED}" } }
          - { id: there, do: web.echo, as: clerk, with: { key: "{\\"n\\":\\"${secret.NUMBER}\\"}" } }
      - { do: web.word, as: alice, with: { word: "${secret.FORM}" } }
      - { do: web.upload, as: alice, with: { key: "${secret.PART}" } }
      - { do: web.moved, as: alice }
      - { do: web.echo, as: alice, with: { key: "${here.with.key}" }, stays: 60ms, expect: [ out.text != 'x' ] }
      - { on: web, post: /odd, json: { n: "${int(secret.NUMBER)}" }, ok: http.status == 418, expect: [ http.text != secret.BODY ] }
    finally:
      - { do: web.echo, as: alice, with: { key: "${login.out.pass}" } }
    """

  private static let failing = """
    scenario: shown
    actors: { alice: { phone: "13912345678", password: "${secret.ACTOR}", pin: "${fake.uuid()}" } }
    steps:
      - { id: login, do: web.login, as: alice, soft: true, expect: [ "out.pass == secret.BODY", "http.text == 'x'" ] }
      - { id: long, do: web.echo, as: alice, soft: true, with: { key: "${secret.LONG}" }, expect: [ "int(with.key) == 1", "money(with.key) == 1", "bool('at ' + with.key)", "{secret.BODY: 1}[out.text] == 1", "out.text.extract(with.key) == ''", "int(secret.NUMBER) == 1", "[with.key, secret.FORM] == []", "bytes(secret.BODY) == b''" ] }
      - { id: pin, do: web.echo, as: alice, soft: true, with: { key: "${alice.pin}" }, expect: [ with.key == 'x' ] }
      - { id: mistake, do: web.echo, as: alice, soft: true, with: { key: "${string(int(secret.LONG))}" } }
      - { id: never, do: web.echo, as: alice, soft: true, when: "int(secret.BODY) == 1", with: { key: a } }
      - { id: lines, on: web, get: /echo, headers: { X-Lines: "${secret.LINES}" }, soft: true }
      - { id: nowhere, on: web, get: "http://127.0.0.1:1/${secret.PATH}", query: { q: "${secret.QUERY}" }, soft: true }
      - { id: address, on: web, get: "http://bad host/${secret.PATH}?${secret.QUERY}", soft: true }
      - { id: odd, do: web.oddLogin, as: alice, soft: true }
      - { id: bare, do: web.bareLogin, as: alice, soft: true }
      - { id: unexpected, on: web, get: /odd, soft: true }
      - { id: flow, use: flow.yaml, as: alice, with: { key: "${secret.FLOW}" }, soft: true, expect: [ out.key == 'x', out.token == 'x' ] }
      - { id: seen, do: web.echo, as: alice, soft: true, with: { key: "${secret.ROW}" }, stays: 60ms, expect: [ out.text == secret.ROW ] }
    """

  static func stage(_ shop: LeakyShop) throws -> Folder {
    let folder = try Folder()
    try folder.write(contract, to: "suite/contract.yaml")
    try folder.write(target(shop.server.url), to: "suite/target.yaml")
    try folder.write(flow, to: "suite/flow.yaml")
    try folder.write(passing, to: "suite/kept.yaml")
    try folder.write(failing, to: "suite/shown.yaml")
    return folder
  }

  static var environment: [String: String] {
    Dictionary(uniqueKeysWithValues: planted.map { ("LINKAGE_SECRET_" + $0, $1) })
  }

  /// Everything but the suite itself.
  static func expectNoTrace(
    of secrets: [String], in folder: Folder, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let written = try folder.everything().filter { !$0.name.hasPrefix("suite/") }
    #expect(written.count > 3, sourceLocation: sourceLocation)
    for (name, bytes) in written {
      for secret in secrets {
        for trace in SecretSpellings.traces(of: secret) {
          guard let found = bytes.range(of: Data(trace.utf8)) else { continue }
          let around = bytes[
            max(0, found.lowerBound - 120)..<min(bytes.count, found.upperBound + 60)]
          Issue.record(
            "\(trace) in \(name): …\(String(decoding: around, as: UTF8.self))…",
            sourceLocation: sourceLocation)
        }
      }
    }
  }

  @Test(
    "stand in no file and in no output, whether the run passes or fails",
    arguments: ["kept", "shown"], ["en", "zh"])
  func nowhere(scenario: String, language: String) async throws {
    let shop = try LeakyShop(Array(Self.planted.values))
    let folder = try Self.stage(shop)
    let flavor = language == "en" ? [] : ["--junit-flavor", "strict"]
    let run = try await Binary.run(
      [
        "run", "suite/\(scenario).yaml", "--target", "suite/target.yaml", "--lang", language,
        "--junit", "ci.xml",
      ] + flavor, in: folder, environment: Self.environment)
    #expect(run.code == (scenario == "kept" ? 0 : 1), "\(run.errors)\(run.output)")
    if run.code == 1 {
      #expect(try folder.read("results/latest/results.json").contains("‹secret"))
    }
    for command in [["curl", "last"], ["show", "last"], ["show", "last", "--step", "login"]] {
      let look = try await Binary.run(command + ["--lang", language], in: folder)
      #expect(look.code == 0 && look.output.contains("login"), "\(look.errors)")
    }
    try Self.expectNoTrace(of: shop.secrets, in: folder)
    let before = try folder.read("results/latest/results.json")
    let check = try await Binary.run(["check", "last", "--lang", language], in: folder)
    #expect(check.code == run.code)
    #expect(try folder.read("results/latest/results.json") == before)
  }

  @Test("stand in nothing that a killed run leaves")
  func killed() async throws {
    let shop = try LeakyShop(Array(Self.planted.values))
    let folder = try Self.stage(shop)
    try folder.change(
      "suite/kept.yaml", "  - { do: web.moved, as: alice }",
      to: "  - { do: web.moved, as: alice }\n  - { on: web, get: /slow, timeout: 500s }")
    let run = try Running(
      ["run", "suite/kept.yaml", "--target", "suite/target.yaml"], in: folder,
      environment: Self.environment)
    try await eventually("the upload") { try folder.storedEvents >= 25 || !run.isRunning }
    run.send(SIGKILL)
    let result = await run.result()
    #expect(result.code == SIGKILL, "\(result.errors)\(result.output)")
    try Self.expectNoTrace(of: shop.secrets, in: folder)
  }
}
