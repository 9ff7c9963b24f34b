import LinkageCore

struct EnglishJourneyWords: JourneyWords {
  func heading(_ section: JourneySection) -> String {
    switch section {
    case .rows: "Done once for each of these; told with the values of the first"
    case .actors: "Who takes part"
    case .steps: "What happens"
    case .cleanUp: "In the end, also after a failure"
    }
  }

  func actor(_ name: String, fields: [String]) -> String {
    fields.isEmpty ? name : "\(name), who has \(list(fields, last: "and"))"
  }

  // MARK: What is done

  func operation(_ name: String, by actor: String?, on platform: String) -> String {
    actor.map { "\($0) does `\(name)` on the \(platform)." } ?? "`\(name)` on the \(platform)."
  }

  func request(_ request: String, by actor: String?, to platform: String) -> String {
    actor.map { "\($0) sends `\(request)` to the \(platform)." }
      ?? "`\(request)` is sent to the \(platform)."
  }

  func effect(reads: [String], writes: [String]) -> String? {
    if !writes.isEmpty { return "This changes \(list(writes.map(code), last: "and"))." }
    return reads.isEmpty ? nil : "This reads \(list(reads.map(code), last: "and"))."
  }

  func inputs(_ inputs: [(name: String, value: String)]) -> String {
    "With " + inputs.map { "\($0.name) = \($0.value)" }.joined(separator: ", ") + "."
  }

  func parity(
    _ entity: String?, of actor: String?, reads: [(operation: String, platform: String)]
  ) -> String {
    let places = reads.map { "on the \($0.platform) (`\($0.operation)`)" }
    let what = entity.map(code) ?? "the same data"
    return (actor.map { "\($0) reads" } ?? "Read") + " \(what) \(list(places, last: "and"))."
  }

  func sameFields(_ fields: [String]) -> String {
    "These must be the same everywhere: \(list(fields, last: "and"))."
  }

  func together() -> String { "At the same instant:" }

  func flow(_ name: String, by actor: String?) -> String {
    "The flow `\(name)`" + (actor.map { ", done by \($0)" } ?? "") + ":"
  }

  func fault(_ type: String, link: String) -> String {
    "From now on the link \(link == "both" ? "in both directions" : link) suffers `\(type)`."
  }

  func healsAfter(_ length: Nanoseconds) -> String {
    "It heals by itself after \(LimitText.text(length))."
  }

  func heals(_ faults: [String]) -> String {
    faults.isEmpty
      ? "Everything that is broken is healed."
      : "What \(list(faults.map(code), last: "and")) broke is healed."
  }

  func clock(_ advance: Nanoseconds) -> String {
    "The system's clock is moved forward by \(LimitText.text(advance))."
  }

  func rounds(_ count: Int, every: Nanoseconds?) -> String {
    "This is done \(count) times, "
      + (every.map { "one every \(LimitText.text($0))." } ?? "one right after the other.")
  }

  // MARK: What is waited for

  func waits(for steps: [String], entity: String?, from: String, to: String) -> String {
    let change = entity.map { "the change of \(code($0))" } ?? "the change"
    return "It is repeated until \(change) made by \(list(steps.map(code), last: "and")) "
      + "on the \(from) can be seen on the \(to)."
  }

  func arrives(_ conditions: [String]) -> String {
    "It can be seen when \(list(conditions.map(code), last: "and"))."
  }

  func limits(within: Nanoseconds, slo: Nanoseconds?, promised: Nanoseconds?) -> String {
    let promise = promised.map { "; \(LimitText.text($0)) is promised" } ?? ""
    let limit = slo.map { "; more than \(LimitText.text($0)) fails" } ?? ""
    return "The wait ends after \(LimitText.text(within))\(promise)\(limit)."
  }

  func hold(_ length: Nanoseconds) -> String {
    "Once seen, it must stay so for \(LimitText.text(length))."
  }

  func stopIf(_ condition: String) -> String { "The wait ends at once if `\(condition)`." }

  func stays(_ length: Nanoseconds) -> String {
    "It is repeated for \(LimitText.text(length)), and what follows must hold every time."
  }

  // MARK: What must hold

  func mustHold(_ conditions: [String]) -> String {
    "It must hold that \(list(conditions.map(code), last: "and"))."
  }

  func fails(_ error: String) -> String { "It must be refused with `\(error)`." }

  func mayFail(_ errors: [String]) -> String {
    "It may be refused with \(list(errors.map(code), last: "or"))."
  }

  func when(_ condition: String) -> String { "Only if `\(condition)`; otherwise it is skipped." }
  func soft() -> String { "A failure here is noted, and the journey goes on." }

  func lets(_ lets: [(name: String, value: String)]) -> String {
    "From now on " + list(lets.map { "\($0.name) is `\($0.value)`" }, last: "and") + "."
  }

  private func code(_ text: String) -> String { "`\(text)`" }

  private func list(_ items: [String], last word: String) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
