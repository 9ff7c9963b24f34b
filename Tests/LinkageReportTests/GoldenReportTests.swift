import LinkageCore
import LinkageReport
import Testing

@Suite("Whole reports are as recorded")
struct GoldenReportTests {
  @Test("the summary on the console", arguments: Sample.allCases, Language.allCases)
  func console(sample: Sample, language: Language) {
    let text = ConsoleReport(language: language).text(
      sample.run, reports: ["results/20261121-031544-k7f3/junit.xml"])
    Golden.expect(text, is: "\(sample.rawValue).\(language.rawValue).txt")
  }

  @Test("JUnit, rich", arguments: Sample.allCases, Language.allCases)
  func rich(sample: Sample, language: Language) throws {
    let bytes = try JUnitReport().write(sample.run, language: language)
    Golden.expect(
      String(decoding: bytes, as: UTF8.self), is: "\(sample.rawValue).\(language.rawValue).xml")
  }

  @Test("JUnit, strict", arguments: [Sample.failed, .skipped, .inconsistent])
  func strict(sample: Sample) throws {
    let bytes = try JUnitReport(flavor: .strict).write(sample.run, language: .english)
    Golden.expect(String(decoding: bytes, as: UTF8.self), is: "\(sample.rawValue).strict.xml")
  }

  @Test("results.json", arguments: Sample.allCases)
  func results(sample: Sample) throws {
    let bytes = try ResultsReport().write(sample.run, language: .english)
    Golden.expect(String(decoding: bytes, as: UTF8.self), is: "\(sample.rawValue).json")
  }

  @Test("colours surround words and change nothing else")
  func ansi() {
    let run = Sample.failed.run
    let coloured = ConsoleReport(language: .english, style: .ansi).text(run)
    let plain = ConsoleReport(language: .english, style: .plain).text(run)
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}
