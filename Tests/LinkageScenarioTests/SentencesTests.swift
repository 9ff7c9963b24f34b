import LinkageCore
import LinkageReport
import LinkageScenario
import Testing

@Suite("Sentences of problems")
struct SentencesTests {
  /// Those that are found where files are looked for, not where they are read, or in gates.
  private static let madeElsewhere: Set<String> = [
    "unreadableFile", "emptyFolder", "notOnTarget", "writesDenied", "mocksDoNotFit",
    "unknownScenario", "duplicateQuarantine",
  ]

  private func diagnostics(_ example: Case) -> Diagnostics? {
    do {
      _ = try PlanLoader.load(example.request)
      return nil
    } catch {
      return error
    }
  }

  @Test("every kind of problem has an invalid file that shows it")
  func kinds() throws {
    let shown = Set(
      Case.all(in: "invalid").compactMap(diagnostics).flatMap(\.problems).map(\.problem.name))
    let known = try #require(Repository.problemNames)
    #expect(known.subtracting(shown).subtracting(Self.madeElsewhere) == [])
  }

  @Test(
    "every problem has a headline, and its advice, in Chinese", arguments: Case.all(in: "invalid"))
  func chinese(_ example: Case) throws {
    let found = try #require(diagnostics(example))
    let text = DiagnosticPrinter(language: .chinese).text(found)
    for line in text.split(separator: "\n") where line.hasPrefix("错误：") || line.hasPrefix("   = ") {
      let words = line.replacing(/`[^`]*`/, with: "")
      #expect(line.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(line)")
      #expect(!words.contains(/\b(the|is|not|of|cannot|must|expected|found)\b/), "\(line)")
    }
  }
}

extension Problem {
  /// The name of its case.
  fileprivate var name: String { String("\(self)".prefix { $0 != "(" }) }
}
