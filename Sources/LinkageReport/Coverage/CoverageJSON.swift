package import LinkageCore
import Values

/// What a suite checks, for programs; docs/coverage.md describes every key.
package enum CoverageJSON {
  /// Rises when a key changes its meaning or goes away, not when one is added.
  static let version: Int64 = 1

  package static func text(_ coverage: SuiteCoverage) -> String {
    let top: ValueMap = [
      "version": .int(version), "target": .string(coverage.target),
      "contract": coverage.contract.map(Value.string) ?? .null,
      "scenarios": strings(coverage.scenarios), "ways": .list(coverage.ways.map(way)),
      "promises": .list(coverage.promises.map(promise)),
      "errors": .list(coverage.errors.map(promise)),
      "lacking": coverage.lacking.map(strings) ?? .null,
      "skipped": .list(coverage.skipped.map(skipped)), "counts": .map(counts(coverage)),
    ]
    return Value.map(top).json(pretty: true) + "\n"
  }

  private static func counts(_ coverage: SuiteCoverage) -> ValueMap {
    let unchecked = coverage.unchecked.count
    return [
      "promises": .int(Int64(coverage.promises.count)),
      "checked": .int(Int64(coverage.promises.count - unchecked)),
      "unchecked": .int(Int64(unchecked)),
    ]
  }

  private static func way(_ way: SuiteCoverage.Way) -> Value {
    .map([
      "entity": way.link.entity.map(Value.string) ?? .null, "from": .string(way.link.from),
      "to": .string(way.link.to), "waiting": strings(way.waiting),
      "reading": strings(way.reading),
    ])
  }

  private static func promise(_ promise: SuiteCoverage.Promise) -> Value {
    var fields: ValueMap = [
      "subject": .string(promise.claim.subject), "kind": .string(promise.claim.kind.name),
    ]
    for (key, value) in promise.claim.kind.facts { fields[.string(key)] = value }
    fields["checkedBy"] = strings(promise.checkedBy)
    fields["skipped"] = strings(promise.skipped)
    return .map(fields)
  }

  private static func skipped(_ skipped: SuiteCoverage.Skipped) -> Value {
    .map([
      "name": .string(skipped.name), "lacks": strings(skipped.lacks),
      "denied": strings(skipped.denied),
    ])
  }

  private static func strings(_ texts: [String]) -> Value { .list(texts.map(Value.string)) }
}

extension Claim.Kind {
  /// As contracts call it, where they do.
  fileprivate var name: String {
    switch self {
    case .slo: "slo"
    case .within: "within"
    case .flow: "flow"
    case .monotonic: "monotonic"
    case .least: "min"
    case .ledger: "ledger"
    case .readYourWrites: "read_your_writes"
    case .same: "field"
    case .exists: "operation"
    case .once: "once"
    case .adds: "adds"
    case .takes: "takes"
    case .spends: "spends"
    case .returns: "returns"
    case .deletes: "deletes"
    case .forgery: "forgery"
    case .error: "error"
    }
  }

  fileprivate var facts: [(String, Value)] {
    switch self {
    case .slo(let length, let way), .within(let length, let way):
      [
        ("ms", .double(length.milliseconds)), ("from", way.map { .string($0.from) } ?? .null),
        ("to", way.map { .string($0.to) } ?? .null),
      ]
    case .flow(let field, let from, let to):
      [("field", .string(field)), ("from", .string(from)), ("to", .string(to))]
    case .monotonic(let field, let way):
      [("field", .string(field)), ("way", .string(way.rawValue))]
    case .least(let field, let least): [("field", .string(field)), ("least", .int(least))]
    case .ledger(let balance, let entries):
      [("balance", .string(balance)), ("entries", .string(entries))]
    case .readYourWrites(let platform): [("platform", .string(platform))]
    case .same(let field): [("field", .string(field))]
    case .once(let input): [("input", .string(input))]
    case .adds(let entity), .takes(let entity), .spends(let entity), .returns(let entity),
      .deletes(let entity):
      [("entity", .string(entity))]
    case .error(let name): [("error", .string(name))]
    case .exists, .forgery: []
    }
  }
}
