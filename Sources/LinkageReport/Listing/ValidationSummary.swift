package import LinkageCore

/// What a valid suite consists of, in a line, and what to know before it runs.
package struct ValidationSummary: Sendable {
  package var listing: SuiteListing
  package var flows: Int
  package var gates: Int
  /// Scenarios left out because they generate load.
  package var leftOut: Int
  /// Paths of the files, where there are any.
  package var contract: String?
  package var target: String?

  package init(
    listing: SuiteListing, flows: Int, gates: Int, leftOut: Int, contract: String?,
    target: String?
  ) {
    self.listing = listing
    self.flows = flows
    self.gates = gates
    self.leftOut = leftOut
    self.contract = contract
    self.target = target
  }

  package func text(in language: Language, style: Style = .plain) -> String {
    let words = language.listingWords
    var lines = [style.paint(language == .chinese ? chinese : english, .success)]
    for entry in listing.skipped {
      let reasons = [
        entry.lacks.isEmpty ? nil : words.lacks(entry.lacks),
        entry.denied.isEmpty ? nil : words.denied(entry.denied),
      ].compactMap { $0 }
      let separator = language == .chinese ? "；" : "; "
      lines.append("  " + entry.outline.name + "  " + reasons.joined(separator: separator))
    }
    if leftOut > 0 { lines.append("  " + loadNote(language)) }
    return lines.map { VisibleText.line($0) + "\n" }.joined()
  }

  private var english: String {
    let parts = [
      count(listing.entries.count, "scenario"), flows > 0 ? count(flows, "flow") : nil,
      gates > 0 ? count(gates, "gate") : nil, contract.map { "contract \($0)" } ?? "no contract",
      target.map { "target \(listing.target) (\($0))" } ?? "no target needed",
    ].compactMap { $0 }
    return "valid: " + parts.joined(separator: ", ")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private var chinese: String {
    let parts = [
      "\(listing.entries.count) 个场景", flows > 0 ? "\(flows) 个流程" : nil,
      gates > 0 ? "\(gates) 个门禁" : nil, contract.map { "约定 \($0)" } ?? "没有约定",
      target.map { "目标 \(listing.target)（\($0)）" } ?? "不需要目标文件",
    ].compactMap { $0 }
    return "校验通过：" + parts.joined(separator: "，")
  }

  private func loadNote(_ language: Language) -> String {
    let isOne = leftOut == 1
    return language == .chinese
      ? "另有 \(leftOut) 个带 load 标签的场景未选中；用 --tag load 指明要运行它们"
      : "\(leftOut) more \(isOne ? "is" : "are") tagged load and left out; --tag load asks for "
        + (isOne ? "it" : "them")
  }
}
