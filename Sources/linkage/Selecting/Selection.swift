import CEL
import LinkageCore
import LinkageReport
import Values

/// Takes out of a plan what was not asked for.
struct Selection {
  /// Scenarios that generate load run only when somebody asks for them.
  static let load = "load"

  let tags: NameFilter
  let priorities: NameFilter
  /// As it was written, and as it is matched.
  let pattern: (text: String, pattern: Pattern)?
  let last: LastFailures?
  /// What is chosen in a file, by its path: rows of `matrix`, or `nil` for all of it.
  let rows: [String: [Int?]]
  /// Files that were named themselves, not by a folder.
  let named: Set<String>

  init(_ options: SelectionOptions, _ last: LastFailures?, _ suite: Suite) {
    tags = NameFilter(options.tag)
    priorities = NameFilter(options.priority)
    pattern = options.grep.flatMap { text in
      (try? SelectionOptions.pattern(text)).map { (text, $0) }
    }
    self.last = last
    rows = suite.rows
    named = suite.named
  }

  func apply(to plan: inout Plan) throws(Stop) {
    let all = plan.scenarios
    let rows = Self.rowNumbers(all)
    let kept = all.indices.filter { takes(all[$0]) && takesLine(all[$0], row: rows[$0]) }
    guard !kept.isEmpty else {
      throw .complaint(
        all.isEmpty ? .nothingSelected : .selectedNothing(reason(among: all)), .inconclusive)
    }
    plan.keep(kept)
  }

  /// How many of the scenarios are left out for being tagged `load` alone.
  func leftOut(of plan: Plan) -> Int {
    plan.scenarios.count { !takesLoad($0) && fits($0) }
  }

  private func takes(_ scenario: Scenario) -> Bool { fits(scenario) && takesLoad(scenario) }

  private func fits(_ scenario: Scenario) -> Bool {
    tags.takes(scenario.tags) && takesPriority(scenario) && takesName(scenario)
      && takesLast(scenario)
  }

  private func takesLoad(_ scenario: Scenario) -> Bool {
    guard scenario.tags.contains(Self.load) else { return true }
    return named.contains(scenario.place.path) || last != nil
      || tags.wanted.contains { $0.lowercased() == Self.load }
  }

  private func takesPriority(_ scenario: Scenario) -> Bool {
    priorities.takes(scenario.priority.map { [$0] } ?? [])
  }

  private func takesName(_ scenario: Scenario) -> Bool {
    guard let pattern = pattern?.pattern else { return true }
    let texts = [scenario.name, scenario.title.english, scenario.title.chinese]
    return texts.contains { pattern.matches($0) }
  }

  /// A line in a row of `matrix` stands for that row, every other one for the whole scenario.
  private func takesLine(_ scenario: Scenario, row: Int) -> Bool {
    guard let chosen = rows[scenario.place.path] else { return true }
    return chosen.isEmpty || chosen.contains { $0 == nil || $0 == row }
  }

  /// Which row of its file each is, from 0.
  private static func rowNumbers(_ scenarios: [Scenario]) -> [Int] {
    var labels: [String: [String]] = [:]
    return scenarios.map { scenario in
      let (path, label) = (scenario.place.path, scenario.row?.label ?? "")
      if let number = labels[path]?.firstIndex(of: label) { return number }
      labels[path, default: []].append(label)
      return (labels[path]?.count ?? 1) - 1
    }
  }

  private func takesLast(_ scenario: Scenario) -> Bool {
    guard let last else { return true }
    return last.names.contains(
      CaseName.text(id: scenario.id, row: scenario.row?.label, sample: nil))
  }

  // MARK: Nothing left

  /// The first wish that leaves nothing by itself.
  private func reason(among all: [Scenario]) -> EmptySelection {
    if !all.contains(where: { tags.takes($0.tags) }) {
      let known = Set(all.flatMap(\.tags)).sorted()
      let nearest = tags.wanted.lazy.compactMap { Nearest.name(to: $0, among: known) }.first
      return .tags(tags.text, nearest: nearest, known: known)
    }
    if !all.contains(where: takesPriority) {
      return .priorities(priorities.text, known: Set(all.compactMap(\.priority)).sorted())
    }
    if let pattern, !all.contains(where: takesName) {
      let known = all.map(\.id)
      let nearest = Nearest.name(to: pattern.text, among: known)
      return .pattern(pattern.text, nearest: nearest, known: known)
    }
    if let last, !all.contains(where: takesLast) { return .gone(last.names, run: last.run) }
    let load = all.count { fits($0) }
    return load > 0 ? .load(load) : .combined(all.count)
  }
}

extension Plan {
  /// Keeps these scenarios, with the files that they need.
  mutating func keep(_ indices: [Int]) {
    let kept = indices.map { scenarios[$0] }
    let paths = Set(scenarios.map(\.place.path)).subtracting(kept.map(\.place.path))
    outline.cases = indices.map { outline.cases[$0] }
    outline.sources.removeAll { paths.contains($0.path) }
    scenarios = kept
  }

  /// Every scenario so many times, all of them once before any of them again.
  mutating func repeatScenarios(_ samples: Int) {
    guard samples > 1 else { return }
    let (scenarios, cases) = (self.scenarios, outline.cases)
    self.scenarios = []
    outline.cases = []
    for sample in 1...samples {
      for (scenario, outlined) in zip(scenarios, cases) {
        var outlined = outlined
        outlined.sample = sample
        self.scenarios.append(scenario.with(sample: sample))
        outline.cases.append(outlined)
      }
    }
  }
}
