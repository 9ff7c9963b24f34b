package import LinkageCore
import Values

/// Which steps of a stored run a user means.
package struct StepChoice {
  /// A case's name, a scenario's id, or the number of a case from 1; `nil` for all.
  package var `case`: String?
  /// A step's id, its number or its path; `nil` for all.
  package var step: String?
  /// Which read, from 1; `nil` for the last.
  package var read: Int?

  package init(case: String?, step: String?, read: Int? = nil) {
    self.case = `case`
    self.step = step
    self.read = read
  }

  /// The positions of the cases, in order; never empty.
  package func cases(of outline: Outline) throws(Complaint) -> [Int] {
    let all = outline.cases.indices
    guard let wanted = self.case else { return Array(all) }
    let exact = all.filter { outline.cases[$0].name == wanted }
    if !exact.isEmpty { return exact }
    let alike = all.filter { outline.cases[$0].id == wanted }
    if !alike.isEmpty { return alike }
    if let number = Int(wanted), all.contains(number - 1) { return [number - 1] }
    let names = outline.cases.map(\.name)
    throw .noSuchCase(
      name: wanted, nearest: Nearest.name(to: wanted, among: names), known: names)
  }

  /// The steps in the order of the outline; never empty.
  package func steps(of history: History) throws(Complaint) -> [ChosenStep] {
    let cases = try cases(of: history.outline)
    let found = try references(in: cases, of: history.outline)
    let completions = Self.completions(of: history.events, at: Set(found.map(\.reference)))
    var chosen: [ChosenStep] = []
    for var one in found {
      let all = completions[one.reference] ?? []
      one.reads = one.step.reads(in: all)
      (one.completions, one.read) = try pick(all, of: one)
      one.sender = one.completions.lazy.compactMap(\.shared).first.flatMap {
        history.outline.name(of: $0.step) { StepTree(history.outline.cases[$0].steps) }
      }
      chosen.append(one)
    }
    return chosen
  }

  /// Those of its reads that are meant: the last to be answered, or the one that is asked for.
  private func pick(
    _ all: [Completion], of step: ChosenStep
  ) throws(Complaint) -> ([Completion], Int?) {
    guard step.reads > 0 else {
      if let read { throw .noSuchRead(step: step.step.id, read: read, reads: 0) }
      return (all, nil)
    }
    let ordered = all.sorted { ($0.read ?? -1) < ($1.read ?? -1) }
    if let read {
      guard ordered.indices.contains(read - 1) else {
        throw .noSuchRead(step: step.step.id, read: read, reads: ordered.count)
      }
      return ([ordered[read - 1]], read)
    }
    guard let last = all.last else { return ([], nil) }
    return ([last], ordered.firstIndex { $0.read == last.read }.map { $0 + 1 })
  }

  private func references(
    in cases: [Int], of outline: Outline
  ) throws(Complaint) -> [ChosenStep] {
    var found: [ChosenStep] = []
    var known: [String] = []
    for number in cases {
      let item = outline.cases[number]
      let tree = StepTree(item.steps)
      known += item.steps.map(\.id)
      let named = step.map { tree.positions(named: $0) }
      for (position, one) in item.steps.enumerated()
      where named?.contains(position) ?? true {
        let isNamed = named.map({ tree.isEmpty(position, among: $0) }) ?? false
        guard !one.isGroup || isNamed else {
          continue
        }
        found.append(
          ChosenStep(
            reference: StepReference(case: number, step: position),
            name: item.name(of: position, in: tree), step: one, completions: [],
            reads: 0))
      }
    }
    guard found.isEmpty, let step else { return found }
    throw .noSuchStep(
      name: step, nearest: Nearest.name(to: step, among: known), known: known.unique)
  }

  private static func completions(
    of events: [Event], at references: Set<StepReference>
  ) -> [StepReference: [Completion]] {
    var found: [StepReference: [Completion]] = [:]
    for event in events {
      guard case .completed(let completion) = event.kind, references.contains(completion.step)
      else { continue }
      found[completion.step, default: []].append(completion)
    }
    return found
  }
}

extension [String] {
  /// Each once, in the order of the first.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Outline.Step {
  /// Of a fault's step those that take it off again have numbers, too, and are no reads.
  fileprivate func reads(in completions: [Completion]) -> Int {
    if case .fault = kind { return 0 }
    return completions.count { $0.read != nil }
  }
}
