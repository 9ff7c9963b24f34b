import Foundation
import MockKit
import Testing

/// The table of every kind in `docs/faults*.md` says what the program says. To write it anew, empty
/// the part between the two marks and run this.
@Suite("docs/faults", .serialized) struct FaultDocumentTests {
  enum Document: String, CaseIterable, Sendable {
    case english = "faults.md"
    case chinese = "faults.zh-CN.md"

    var file: URL {
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/\(rawValue)")
    }

    func pick(_ text: FaultText) -> String { self == .english ? text.en : text.zh }

    func table(_ family: FaultKind.Family) -> String {
      let kinds = Faults.all.filter { $0.family == family }
      let last = family == .defect ? FaultText("caught by", "由谁发现") : nil
      let head = [
        FaultText("fault", "故障"), FaultText("what happens", "会发生什么"),
        FaultText("where", "位置"), FaultText("attributes", "属性"), last,
      ].compactMap(\.self).map(pick)
      let lines = [head, head.map { _ in "---" }] + kinds.map(cells)
      return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    private func cells(_ kind: FaultKind) -> [String] {
      let attributes = kind.attributes.map { "`\($0.name)` \($0.standard): \(pick($0.meaning))" }
      let shared = [
        "`\(kind.name)` \(pick(kind.title))",
        pick(kind.meaning),
        kind.stages.map(\.rawValue).joined(separator: ", "),
        attributes.isEmpty ? "—" : attributes.joined(separator: "<br>"),
      ]
      return kind.family == .defect
        ? shared + [kind.caughtBy.joined(separator: ", ")] : shared
    }
  }

  @Test(
    "the tables are those of the program", arguments: Document.allCases,
    FaultKind.Family.allCases)
  func tables(document: Document, family: FaultKind.Family) throws {
    let text = try String(contentsOf: document.file, encoding: .utf8)
    let (begin, end) = ("<!-- \(family.rawValue) -->\n", "\n<!-- end -->")
    let start = try #require(text.range(of: begin))
    let rest = text[start.upperBound...]
    let stop = try #require(rest.range(of: end))
    let found = String(rest[..<stop.lowerBound])
    let table = document.table(family)
    if found.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty {
      let written = text.replacingCharacters(
        in: start.upperBound..<stop.lowerBound, with: table)
      try written.write(to: document.file, atomically: true, encoding: .utf8)
    }
    #expect(found == table)
  }
}
