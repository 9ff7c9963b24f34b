import LinkageCore
import MockKit
import Values

/// What `linkage mutants` found, for machines; lengths in milliseconds.
enum MutantJSON {
  static func text(of summary: MutantSummary) -> String {
    let value: Value = [
      "schema": 1, "version": .string(Version.text), "seed": .string(String(summary.seed)),
      "scenarios": .int(Int64(summary.scenarios)), "isWholeSuite": .bool(summary.isWhole),
      "withinMs": .double(summary.within.milliseconds),
      "healthyMs": .double(summary.healthy.milliseconds), "asked": .int(Int64(summary.asked)),
      "counts": .map(
        ValueMap(
          MutantResult.Outcome.allCases.map { outcome in
            let count = summary.results.count { $0.outcome == outcome }
            return (.string(outcome.rawValue), .int(Int64(count)))
          })), "mutants": .list(summary.results.map(result)),
    ]
    return value.json(pretty: true) + "\n"
  }

  private static func result(_ result: MutantResult) -> Value {
    [
      "name": .string(result.kind.name), "kind": .string(result.kind.family.rawValue),
      "family": .string(result.kind.mutantFamily.rawValue),
      "result": .string(result.outcome.rawValue),
      "caughtBy": .list(result.kind.caughtBy.map { .string($0) }),
      "signs": .list(result.signs.map(sign)), "evaluated": .int(Int64(result.evaluated)),
      "fired": .int(Int64(result.fired)), "tookMs": .double(result.took.milliseconds),
      "problem": result.problem.map { .string($0) } ?? nil,
      "run": result.run.map { .string($0) } ?? nil,
    ]
  }

  private static func sign(_ sign: MutantSign) -> Value {
    switch sign {
    case .checker(let name): ["checker": .string(name)]
    case .scenario(let id, let type):
      ["scenario": .string(id), "type": .string(type.rawValue)]
    }
  }
}
