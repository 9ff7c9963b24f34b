import Foundation
import LinkageCore
import LinkageScenario
import Testing

/// The keys that a schema allows at a place are those that the loader knows there.
@Suite("Keys of schemas", .enabled(if: Repository.scenarios != nil))
struct SchemaKeysTests {
  struct Place: CustomTestStringConvertible {
    var kind: FileKind
    /// Where the schema has the keys: `properties`, or `enum` of the names.
    var path: [String]
    /// A file with the key `zzz` there.
    var text: String

    var testDescription: String { "\(kind.rawValue) \(path.joined(separator: "/"))" }
  }

  static let head = "scenario: s\nsteps:\n  - "
  static let target = "target: t\nplatforms: { web: { base: \"http://a\" } }\n"
  static let step = ["$defs", "step", "properties"]
  static let platform = ["properties", "platforms", "additionalProperties", "properties"]
  static let entities = ["properties", "entities", "additionalProperties", "properties"]
  static let promises = ["properties", "operations", "additionalProperties", "properties"]
  static let faults = ["properties", "faults", "additionalProperties", "properties"]

  static let places: [Place] = [
    Place(kind: .scenario, path: ["properties"], text: "zzz: 1\n" + head + "{ do: web.x }\n"),
    Place(
      kind: .scenario, path: ["$defs", "keysOfOperationStep", "propertyNames", "enum"],
      text: head + "{ do: web.x, zzz: 1 }\n"),
    Place(
      kind: .scenario, path: ["$defs", "keysOfRequestStep", "propertyNames", "enum"],
      text: head + "{ on: web, get: /x, zzz: 1 }\n"),
    Place(
      kind: .scenario, path: ["$defs", "keysOfParityStep", "propertyNames", "enum"],
      text: head + "{ parity: member, zzz: 1 }\n"),
    Place(
      kind: .scenario, path: ["$defs", "keysOfTogetherStep", "propertyNames", "enum"],
      text: head + "{ together: [], zzz: 1 }\n"),
    Place(
      kind: .scenario, path: ["$defs", "keysOfUseStep", "propertyNames", "enum"],
      text: head + "{ use: f.yaml, zzz: 1 }\n"),
    Place(
      kind: .scenario, path: ["$defs", "keysOfFaultStep", "propertyNames", "enum"],
      text: head + "{ fault: { partition: {} }, zzz: 1 }\n"),
    Place(
      kind: .scenario, path: ["$defs", "keysOfHealStep", "propertyNames", "enum"],
      text: head + "{ heal: all, zzz: 1 }\n"),
    Place(
      kind: .scenario, path: ["$defs", "keysOfClockStep", "propertyNames", "enum"],
      text: head + "{ clock: { advance: 1h }, zzz: 1 }\n"),
    Place(
      kind: .scenario, path: step + ["clock", "properties"],
      text: head + "{ clock: { advance: 1h, zzz: 1 } }\n"),
    Place(
      kind: .scenario, path: step + ["repeat", "properties"],
      text: head + "{ do: web.x, repeat: { times: 1, zzz: 1 } }\n"),
    Place(
      kind: .flow, path: ["properties"], text: "flow: f\nzzz: 1\nsteps: [ { do: web.x } ]\n"),
    Place(
      kind: .scenario, path: step + ["sync", "properties"],
      text: head + "{ do: web.x, sync: { since: a, zzz: 1 } }\n"),
    Place(
      kind: .scenario, path: step + ["basic", "properties"],
      text: head + "{ on: web, get: /x, basic: { user: a, password: b, zzz: 1 } }\n"),
    Place(
      kind: .scenario, path: ["$defs", "title", "oneOf", "1", "properties"],
      text: "title: { zzz: 1 }\n" + head + "{ do: web.x }\n"),
    Place(
      kind: .scenario, path: ["$defs", "part", "oneOf", "1", "properties"],
      text: head + "{ on: web, post: /x, multipart: { a: { zzz: 1 } } }\n"),
    Place(kind: .target, path: ["properties"], text: target + "zzz: 1\n"),
    Place(kind: .target, path: platform, text: "target: t\nplatforms: { web: { zzz: 1 } }\n"),
    Place(
      kind: .target, path: platform + ["session", "properties"],
      text: "target: t\nplatforms: { web: { session: { zzz: 1 } } }\n"),
    Place(
      kind: .target, path: platform + ["limits", "properties"],
      text: "target: t\nplatforms: { web: { limits: { zzz: 1 } } }\n"),
    Place(
      kind: .target, path: platform + ["tls", "properties"],
      text: "target: t\nplatforms: { web: { tls: { zzz: 1 } } }\n"),
    Place(
      kind: .target, path: platform + ["proxy", "oneOf", "1", "properties"],
      text: "target: t\nplatforms: { web: { proxy: { zzz: 1 } } }\n"),
    Place(
      kind: .target, path: ["$defs", "request", "properties"],
      text: target + "operations: { web.x: { get: /, zzz: 1 } }\n"),
    Place(
      kind: .target, path: ["$defs", "request", "properties", "probe", "properties"],
      text: target + "operations: { web.x: { get: /, probe: { zzz: 1 } } }\n"),
    Place(kind: .target, path: faults, text: target + "faults: { cut: { zzz: 1 } }\n"),
    Place(
      kind: .target, path: faults + ["on", "properties"],
      text: target + "faults: { cut: { on: { zzz: 1 } } }\n"),
    Place(
      kind: .target, path: ["properties", "clock", "properties"],
      text: target + "clock: { zzz: 1 }\n"),
    Place(
      kind: .target, path: ["properties", "clock", "properties", "advance", "properties"],
      text: target + "clock: { advance: { zzz: 1 } }\n"),
    Place(kind: .contract, path: ["properties"], text: "contract: linkage/v1\nzzz: 1\n"),
    Place(
      kind: .contract, path: ["properties", "platforms", "additionalProperties", "properties"],
      text: "contract: linkage/v1\nplatforms: { web: { zzz: 1 } }\n"),
    Place(
      kind: .contract, path: entities, text: "contract: linkage/v1\nentities: { a: { zzz: 1 } }\n"),
    Place(
      kind: .contract,
      path: ["$defs", "fields", "additionalProperties", "oneOf", "1", "properties"],
      text: "contract: linkage/v1\nentities: { a: { key: b, fields: { b: { zzz: 1 } } } }\n"),
    Place(
      kind: .contract, path: entities + ["ledger", "properties"],
      text: "contract: linkage/v1\nentities: { a: { key: b, ledger: { zzz: 1 } } }\n"),
    Place(
      kind: .contract, path: promises,
      text: "contract: linkage/v1\nplatforms: { web: }\noperations: { web.a: { zzz: 1 } }\n"),
    Place(
      kind: .contract,
      path: ["$defs", "promised", "additionalProperties", "oneOf", "1", "properties"],
      text:
        "contract: linkage/v1\nplatforms: { web: }\noperations: { web.a: { in: { b: { zzz: 1 } } } }\n"
    ),
    Place(
      kind: .contract,
      path: ["properties", "actors", "additionalProperties", "properties"],
      text: "contract: linkage/v1\nactors: { a: { zzz: 1 } }\n"),
    Place(kind: .gate, path: ["properties"], text: "gate: g\nzzz: 1\n"),
    Place(
      kind: .gate, path: ["$defs", "rule", "properties"],
      text: "gate: g\nrules: [ { id: a, zzz: 1 } ]\n"),
    Place(
      kind: .gate, path: ["properties", "quarantine", "items", "properties"],
      text: "gate: g\nquarantine: [ { zzz: 1 } ]\n"),
  ]

  @Test("are those that the loader knows", arguments: places)
  func same(_ place: Place) throws {
    let schema = try #require(keys(at: place.path, in: Schemas.object(place.kind)))
    let known = try #require(Self.known(place))
    #expect(schema.sorted() == known.sorted())
  }

  @Test("definitions of one name are the same in every schema")
  func shared() throws {
    var first: [String: NSObject] = [:]
    for kind in Schemas.kinds {
      let all = try #require(Schemas.object(kind)["$defs"] as? [String: NSObject])
      for (name, definition) in all {
        #expect(first[name, default: definition] == definition, "\(kind.rawValue): \(name)")
        first[name] = definition
      }
    }
    #expect(first.count > 15)
  }

  private func keys(at path: [String], in schema: [String: Any]) -> [String]? {
    var node: Any? = schema
    for part in path {
      node = Int(part).map { (node as? [Any])?[$0] } ?? (node as? [String: Any])?[part]
    }
    return (node as? [String: Any]).map { Array($0.keys) } ?? node as? [String]
  }

  /// What the loader's message about `zzz` lists.
  private static func known(_ place: Place) -> [String]? {
    let smallest = "scenario: s\nplatforms: { web: \"http://a\" }\nsteps: [ { on: web, get: / } ]\n"
    do {
      func file(_ kind: FileKind) -> SourceInput? {
        place.kind == kind ? SourceInput(path: "\(kind).yaml", text: place.text) : nil
      }
      if let gate = file(.gate) {
        _ = try GateLoader.load(gate, knowing: GateNames(entities: [], platforms: []))
      }
      let scenario = file(.scenario) ?? SourceInput(path: "scenario.yaml", text: smallest)
      _ = try PlanLoader.load(
        PlanRequest(
          scenarios: [scenario], contract: file(.contract), target: file(.target),
          flows: file(.flow).map { [$0] } ?? []))
    } catch {
      for diagnostic in error.problems {
        if case .unknownKey("zzz", _, _, let known) = diagnostic.problem { return known }
      }
    }
    return nil
  }
}
