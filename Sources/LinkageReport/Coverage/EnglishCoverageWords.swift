import LinkageCore

struct EnglishCoverageWords: CoverageWords {
  var semicolon: String { "; " }

  var legend: String { "✔ a scenario waits for it to arrive   ~ it is only read   – nobody looks" }

  var noContract: String { "There is no contract, so nothing is promised that could be checked." }

  func head(contract: String?, scenarios: Int, target: String) -> String {
    let all = scenarios == 1 ? "1 scenario" : "\(scenarios) scenarios"
    return "\(all) on \(target)" + (contract.map { " against \($0)" } ?? "")
  }

  func title(_ section: CoverageSection) -> String {
    switch section {
    case .ways: "Written on one platform, read on another"
    case .promises: "Promises that no scenario checks"
    case .operations: "Operations that no scenario calls"
    case .fields: "Fields that no parity compares"
    case .errors(let missing, let all):
      "Named errors that no scenario meets: \(missing) of \(all); they do not count"
    case .lacking(let target): "Operations that the target \(target) lacks"
    case .skipped(let target): "Scenarios that are skipped on \(target)"
    }
  }

  func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  func reading(_ scenarios: [String]) -> String { "only read by \(list(scenarios))" }

  func claim(_ kind: Claim.Kind) -> String {
    switch kind {
    case .slo(let length, let way): "slo \(LimitText.text(length))" + self.way(way)
    case .within(let length, let way): "within \(LimitText.text(length))" + self.way(way)
    case .flow(let field, let from, let to): "\(field): \(from) → \(to)"
    case .monotonic(let field, .up): "\(field) only rises"
    case .monotonic(let field, .down): "\(field) only falls"
    case .least(let field, let least): "\(field) is never below \(least)"
    case .ledger(let balance, let entries): "\(balance) is the sum of \(entries)"
    case .readYourWrites(let platform): "read_your_writes on \(platform)"
    case .same(let field): "\(field) is the same on all platforms"
    case .exists: "can be called"
    case .once(let input): "once: the same \(input) is the same submission"
    case .adds(let entity): "adds to \(entity)"
    case .takes(let entity): "takes from \(entity)"
    case .spends(let entity): "spends a \(entity) once"
    case .returns(let entity): "returns a \(entity)"
    case .deletes(let entity): "deletes a \(entity)"
    case .forgery: "forgery: is refused and changes nothing"
    case .error(let name): "may end in \(name)"
    }
  }

  private func way(_ way: Claim.Way?) -> String {
    way.map { " \($0.from)→\($0.to)" } ?? ", though no other platform reads it"
  }

  func onlySkipped(_ scenarios: [String]) -> String {
    " (only by what is skipped here: \(list(scenarios)))"
  }

  func counts(checked: Int, of all: Int) -> String {
    let promises = all == 1 ? "1 promise" : "\(all) promises"
    return checked == all
      ? "\(promises) of the contract, every one checked by some scenario"
      : "\(promises) of the contract: \(checked) checked, \(all - checked) unchecked"
  }
}
