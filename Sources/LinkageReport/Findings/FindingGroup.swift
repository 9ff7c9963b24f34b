import LinkageCore

/// Findings that one message tells: the fields of one comparison, or the rounds of one step that
/// failed the same way.
struct FindingGroup {
  /// What the message shows; several only for the fields of one comparison.
  private(set) var shown: [Finding]
  /// The other rounds that failed like this, in order.
  private(set) var otherRounds: [Int] = []

  var first: Finding { shown[0] }

  init(shown: [Finding]) { self.shown = shown }

  /// In the order of each group's first finding.
  static func all(_ findings: [Finding], of outline: Outline.Case) -> [FindingGroup] {
    let tree = StepTree(outline.steps)
    return rounds(comparisons(findings, outline), outline, tree)
  }

  private static func comparisons(_ findings: [Finding], _ outline: Outline.Case) -> [FindingGroup]
  {
    var groups: [FindingGroup] = []
    var places: [Comparison: Int] = [:]
    for finding in findings {
      guard finding.comparesField(in: outline) else {
        groups.append(FindingGroup(shown: [finding]))
        continue
      }
      let key = Comparison(step: finding.step, type: finding.type)
      if let place = places[key] {
        groups[place].shown.append(finding)
      } else {
        places[key] = groups.count
        groups.append(FindingGroup(shown: [finding]))
      }
    }
    return groups
  }

  private static func rounds(_ groups: [FindingGroup], _ outline: Outline.Case, _ tree: StepTree)
    -> [FindingGroup]
  {
    var result: [FindingGroup] = []
    var members: [Repetition: [FindingGroup]] = [:]
    var order: [Repetition] = []
    for group in groups {
      let key = Repetition(group, outline, tree)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(group)
    }
    for key in order {
      guard let group = members[key] else { continue }
      result += key.isRepeated ? [merged(group, tree)] : group
    }
    return result
  }

  /// The worst of them, with the rounds of the others.
  private static func merged(_ groups: [FindingGroup], _ tree: StepTree) -> FindingGroup {
    var worst = 0
    for position in groups.indices.dropFirst()
    where Measurement.isWorse(groups[position].first.measurement, groups[worst].first.measurement) {
      worst = position
    }
    var result = groups[worst]
    result.otherRounds = groups.indices.filter { $0 != worst }
      .compactMap { tree.round(of: groups[$0].first.step)?.round.number }
    return result
  }

  private struct Comparison: Hashable {
    let step: Int
    let type: FailureType
  }

  /// What the rounds of one step that failed the same way share.
  private struct Repetition: Hashable {
    let number: String
    let type: FailureType
    let expectation: Int?
    let isRepeated: Bool

    init(_ group: FindingGroup, _ outline: Outline.Case, _ tree: StepTree) {
      let finding = group.first
      isRepeated = tree.round(of: finding.step) != nil
      number = isRepeated ? tree.nodes[finding.step].number : String(finding.step)
      type = finding.type
      expectation = finding.comparesField(in: outline) ? nil : finding.expectation
    }
  }
}

extension Finding {
  /// Whether it is about one field of a comparison.
  func comparesField(in outline: Outline.Case) -> Bool {
    guard let expectation, outline.steps.indices.contains(step) else { return false }
    let expectations = outline.steps[step].expectations
    return expectations.indices.contains(expectation) && expectations[expectation].field != nil
  }
}
