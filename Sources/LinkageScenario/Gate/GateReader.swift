import LinkageCore
import Values

/// Reads a gate file.
struct GateReader {
  let reader: NodeReader
  let names: GateNames

  /// `nil` after a report.
  func gate(_ root: YAMLNode) -> Gate? {
    let keys = ["gate", "rules", "quarantine"]
    guard let fields = Fields(root, "gate", keys: keys, reader: reader),
      let node = fields.required("gate"), let name = reader.text(node, "gate"),
      !reader.report(Identifier.problem(withLabel: name), at: node)
    else { return nil }
    let rules = GateRuleReader(reader: reader, names: names)
    return Gate(
      name: name, place: reader.place(node),
      rules: distinct(items(fields, "rules").compactMap(rules.rule)) {
        .duplicateName(name: $0, firstLine: $1)
      },
      quarantine: distinct(items(fields, "quarantine").compactMap(quarantine)) {
        .duplicateQuarantine(scenario: $0, firstLine: $1)
      })
  }

  private func items(_ fields: Fields, _ key: String) -> [YAMLNode] {
    reader.list(fields[key], key)
  }

  /// An item with the name that no other one may have; told once, of however many have it.
  typealias Item<Content> = (content: Content, name: NodeReader.Named)

  private func distinct<Content>(
    _ items: [Item<Content>], problem: (_ name: String, _ line: Int) -> Problem
  ) -> [Content] {
    for (name, same) in Dictionary(grouping: items, by: \.name.name) where same.count > 1 {
      let first = reader.place(same[0].name.node).line
      reader.report(problem(name, first), at: same[1].name.node)
    }
    return items.map(\.content)
  }

  private func quarantine(_ node: YAMLNode) -> Item<Quarantine>? {
    let keys = ["scenario", "issue", "owner", "expires"]
    guard let fields = Fields(node, "quarantine", keys: keys, reader: reader) else { return nil }
    let scenario = fields.required("scenario").flatMap(self.scenario)
    let issue = fields.required("issue").flatMap { reader.text($0, "issue") }
    let owner = fields.required("owner").flatMap { reader.text($0, "owner") }
    let expires = fields.required("expires").flatMap(self.day)
    guard let scenario, let issue, let owner, let expires else { return nil }
    return (
      Quarantine(
        scenario: scenario.name, issue: issue, owner: owner, expires: expires,
        place: reader.place(scenario.node)), scenario
    )
  }

  private func scenario(_ node: YAMLNode) -> NodeReader.Named? {
    guard let name = reader.text(node, "scenario") else { return nil }
    if let known = names.scenarios, !known.contains(name) {
      let nearest = Nearest.name(to: name, among: known)
      reader.report(.unknownScenario(name: name, nearest: nearest, known: known), at: node)
    }
    return NodeReader.Named(name: name, node: node)
  }

  private func day(_ node: YAMLNode) -> CalendarDay? {
    guard let text = reader.text(node, "expires") else { return nil }
    if let day = CalendarDay(text) { return day }
    reader.report(
      .invalidValue(owner: "expires", found: text, expected: "2027-01-31"), at: node)
    return nil
  }
}
