import Foundation
import LinkageScenario
import Testing

@Suite("JSON Schemas", .enabled(if: Schemas.canValidate && Repository.scenarios != nil))
struct SchemaTests {
  @Test("are schemas themselves, and their examples are valid")
  func metaschema() throws {
    var items: [Schemas.Item] = []
    for kind in Schemas.kinds {
      items.append(Schemas.Item(kind: kind, text: nil))
      let examples = try #require(Schemas.object(kind)["examples"] as? [Any])
      #expect(!examples.isEmpty)
      for example in examples {
        let data = try JSONSerialization.data(withJSONObject: example)
        items.append(Schemas.Item(kind: kind, text: String(decoding: data, as: UTF8.self)))
      }
    }
    #expect(try Schemas.errors(of: items).allSatisfy(\.isEmpty))
  }

  @Test("accept the bundled files, the valid cases and what the documents show")
  func valid() throws {
    let files =
      Repository.yaml(in: try #require(Repository.scenarios))
      + Repository.yaml(in: Repository.cases.appending(path: "valid"))
      + Repository.yaml(in: Repository.cases.appending(path: "shared"))
    var named: [(name: String, item: Schemas.Item)] = files.compactMap { file in
      guard let text = Repository.text(file), let kind = ScenarioDiscovery.kind(of: text) else {
        return nil
      }
      return (file.lastPathComponent, Schemas.Item(kind: kind, text: text))
    }
    named += Examples.all.map { ($0.name, Schemas.Item(kind: $0.kind, text: $0.text)) }
    named.removeAll { !Schemas.kinds.contains($0.item.kind) }
    #expect(named.count > 15)
    for (example, errors) in zip(named, try Schemas.errors(of: named.map(\.item))) {
      #expect(errors == [], "\(example.name)")
    }
  }

  static let scenario = "scenario: s\nsteps:\n  - "
  static let target = "target: t\noperations:\n  web.x: "
  static let platform = "target: t\nplatforms: { web: { "
  static let contract = "contract: linkage/v1\n"
  static let gate = "gate: g\nrules: [ "

  /// Each with a word of the message and where it stands.
  static let wrong: [(kind: FileKind, text: String, place: String)] = [
    (.scenario, "scenario: s\n", ": 'steps' is a required"),
    (.scenario, "scenario: s\nsteps: []\n", "steps:"),
    (.scenario, "scenario: a b\nsteps: [ { do: x } ]\n", "scenario: 'a b' does not match"),
    (.scenario, "scenario: s\ntitel: x\nsteps: [ { do: x } ]\n", "'titel' was unexpected"),
    (.scenario, scenario + "{ do: web.x, expext: [ a ] }\n", "'expext' was unexpected"),
    (.scenario, scenario + "{ do: web.x, get: /y, on: web }\n", "steps/0:"),
    (.scenario, scenario + "{ do: web.x, json: { a: 1 } }\n", "'json' is not one of"),
    (.scenario, scenario + "{ get: /y }\n", "'on' is a required"),
    (.scenario, scenario + "{ on: web, get: y }\n", "steps/0/get: 'y' does not match"),
    (.scenario, scenario + "{ on: web, post: /y, json: {}, form: {} }\n", "steps/0:"),
    (.scenario, scenario + "{ on: web, submit: /y, form: {} }\n", "steps/0/form:"),
    (.scenario, scenario + "{ do: web.x, sync: { within: 1s } }\n", "'since' is a required"),
    (.scenario, scenario + "{ do: web.x, sync: { since: a, within: 1 sec } }\n", "within: '1 sec'"),
    (.scenario, scenario + "{ do: web.x, until: a }\n", "'sync' is a required"),
    (.scenario, scenario + "{ do: web.x, fails: a, may_fail: [b] }\n", "steps/0:"),
    (.scenario, scenario + "{ do: web.x, repeat: { times: 0 } }\n", "0 is less than"),
    (.scenario, scenario + "{ together: [ { together: [ { do: x } ] } ] }\n", "together/0:"),
    (.scenario, scenario + "{ parity: member, read: { web: web.x } }\n", "steps/0/read:"),
    (.scenario, scenario + "{ use: f.yaml, sync: { since: a } }\n", "'sync' is not one of"),
    (.flow, "flow: f\nmatrix: []\nsteps: [ { do: x } ]\n", "'matrix' was unexpected"),
    (.flow, "flow: f\ninputs: { a: strin }\nsteps: [ { do: x } ]\n", "inputs/a:"),
    (.target, "target: t\nwrites: perhaps\n", "writes: 'perhaps' is not one of"),
    (.target, "target: t\nplatforms: { web: { limits: { rate: 50 } } }\n", "rate: 50 is not"),
    (.target, platform + "tls: {} } }\n", "tls: {} should be non-empty"),
    (.target, platform + "tls: { key: k.pem } } }\n", "'cert' is a dependency of 'key'"),
    (.target, platform + "tls: { min: 1.4 } } }\n", "tls/min: 1.4 is not"),
    (.target, platform + "http: 3 } }\n", "web/http: 3 is not"),
    (.target, platform + "resolve: { \"a b\": a } } }\n", "'a b' does not match"),
    (.target, platform + "resolve: { a: \"10.0.0.1:80\" } } }\n", "resolve/a: '10.0.0.1:80'"),
    (.target, platform + "proxy: \"socks5://p:1080\" } }\n", "web/proxy:"),
    (.target, platform + "proxy: { except: a } } }\n", "web/proxy:"),
    (.target, platform + "compress: 1 } }\n", "web/compress: 1 is not"),
    (.target, platform + "traceparent: no } }\n", "web/traceparent: 'no' is not"),
    (.target, platform + "limits: { connections: 0 } } }\n", "limits/connections: 0 is not"),
    (.target, platform + "limits: { connect: 2 } } }\n", "limits/connect: 2 is not"),
    (.target, platform + "limits: { idle: 2sec } } }\n", "limits/idle: '2sec' is not"),
    (.target, platform + "limits: { answer: 4M } } }\n", "limits/answer: '4M' does not match"),
    (.target, target + "{ ok: a }\n", "operations/web.x:"),
    (.target, target + "{ get: /a, patch: /b }\n", "operations/web.x:"),
    (.target, target + "{ get: /a, follow: 99 }\n", "operations/web.x:"),
    (.target, target + "[]\n", "operations/web.x:"),
    (.target, "target: t\noperations: { x: { get: / } }\n", "'x' does not match"),
    (.target, "target: t\nfaults: { cut: { on: { do: a.b } } }\n", "'off' is a required"),
    (.contract, "contract: linkage/v2\n", "contract: 'linkage/v1' was expected"),
    (.contract, contract + "entities: { a: { fields: {} } }\n", "'key' is a required"),
    (.contract, contract + "entities: { a: { key: b, fields: { b: itn } } }\n", "fields/b:"),
    (
      .contract,
      contract + "entities: { a: { key: b, fields: { b: { type: int, monotonic: x } } } }\n",
      "fields/b:"
    ),
    (.contract, contract + "operations: { a.b: { in: { \"1x\": int } } }\n", "'1x'"),
    (.contract, contract + "actors: { clerk: { see: [a] } }\n", "'see' was unexpected"),
    (.gate, "gate: a b\n", "gate: 'a b' does not match"),
    (.gate, "gate: g\nrule: []\n", "'rule' was unexpected"),
    (.gate, gate + "{ p95: a b→c, at_most: 1s } ]\n", "'id' is a required"),
    (.gate, gate + "{ id: a } ]\n", "rules/0:"),
    (.gate, gate + "{ id: a, failed: 1 } ]\n", "failed: 0 was expected"),
    (.gate, gate + "{ id: a, failed: 0, at_least: 0.9 } ]\n", "rules/0:"),
    (.gate, gate + "{ id: a, sync_rate: order } ]\n", "rules/0:"),
    (.gate, gate + "{ id: a, sync_rate: order, at_least: 1 } ]\n", "at_least: 1 is not valid"),
    (.gate, gate + "{ id: a, p95: order, at_most: 2s } ]\n", "p95: 'order' does not match"),
    (.gate, gate + "{ id: a, p95: o a→b, p99: o a→b, at_most: 2s } ]\n", "rules/0:"),
    (.gate, gate + "{ id: a, p95: o a→b, at_most: 2s, by: 10% } ]\n", "rules/0:"),
    (.gate, gate + "{ id: a, failed: 0, level: fatal } ]\n", "level: 'fatal' is not one of"),
    (.gate, "gate: g\nquarantine: [ { scenario: s, issue: i } ]\n", "'owner' is a required"),
    (
      .contract, contract + "entities: { a: { key: b, ledger: { balance: c } } }\n",
      "'entries' is a required"
    ),
    (
      .contract,
      contract + "entities: { a: { key: b, fields: { b: { type: int, min: low } } } }\n",
      "fields/b:"
    ),
    (.contract, contract + "operations: { a.b: { adds: [points] } }\n", "a.b/adds:"),
    (.contract, contract + "operations: { a.b: { forgery: perhaps } }\n", "a.b/forgery:"),
  ]

  @Test("refuse what is wrong, at its place")
  func refused() throws {
    let items = Self.wrong.map { Schemas.Item(kind: $0.kind, text: $0.text) }
    for (wrong, errors) in zip(Self.wrong, try Schemas.errors(of: items)) {
      #expect(errors.contains { $0.contains(wrong.place) }, "\(wrong.text)\(errors)")
    }
  }
}
