package import LinkageCore

/// The commands in which a message ends: how to look closer, and how to judge the run again.
package struct InspectionHint: Sendable {
  private let id: String
  private let name: String
  private let folder: String

  /// - Parameters:
  ///   - isNewest: whether `last` names the run for whoever reads the message.
  ///   - results: the folder of the runs; `results` is the usual one.
  package init(_ run: RunHeader, isNewest: Bool = false, results: String = "results") {
    self.init(id: run.id, name: isNewest ? "last" : run.id, results: results)
  }

  package init(id: String, results: String) {
    self.init(id: id, name: id, results: results)
  }

  private init(id: String, name: String, results: String) {
    self.id = id
    self.name = name
    folder = results == "results" ? "" : " --results \(ShellText.word(results))"
  }

  /// `linkage check 20261121-031544-k7f3`
  package var check: String { "linkage check \(id)\(folder)" }

  /// `linkage show last --step balance    linkage curl last --step balance`
  func inspect(_ choice: StepChoice, hasSent: Bool) -> String {
    let options =
      [("--step", choice.step), ("--case", choice.case)].compactMap { name, value in
        value.map { " \(name) \(ShellText.word($0))" }
      }.joined() + folder
    let show = "linkage show \(name)\(options)"
    return hasSent ? "\(show)    linkage curl \(name)\(options)" : show
  }
}

extension RunIndex {
  /// The least by which a user names that step of the run.
  func choice(of reference: StepReference) -> StepChoice {
    let tree = trees[reference.case]
    let item = outline.cases[reference.case]
    let id = tree.id(of: reference.step)
    let isUnique = item.steps.count { $0.id == id } == 1
    let others = outline.cases.indices.lazy.filter { $0 != reference.case }
    let isShared =
      isUnique
      ? others.contains { outline.cases[$0].steps.contains { $0.id == id } }
      : outline.cases.count > 1
    return StepChoice(
      case: isShared ? item.name : nil, step: isUnique ? id : tree.path(of: reference.step))
  }
}
