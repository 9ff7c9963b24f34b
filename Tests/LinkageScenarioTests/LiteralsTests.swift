import LinkageCore
import LinkageFunctions
import LinkageReport
import LinkageScenario
import Testing

@Suite("Literals in files")
struct LiteralsTests {
  @Test(
    "a literal that a function never takes is refused while files are read",
    arguments: [
      (
        "http.text.extract('no. (') == ''", 32, "extract: `no. (` is no pattern",
        "extract：`no. (` 不是有效的正则表达式"
      ),
      (
        "xpath(http.text, '//a[') == []", 31, "xpath: invalid expression in XPath `//a[`",
        "xpath：XPath `//a[` 的第 5 个字符处：表达式不正确"
      ),
      (
        "money('free') == 1", 20, "money: \"free\" is no amount of money", "money：\"free\" 不是金额"
      ),
    ])
  func refused(expression: String, column: Int, english: String, chinese: String) throws {
    let found = try #require(try problems(with: expression))
    let place = try #require(found.problems.first?.place)
    #expect(found.problems.count == 1)
    #expect(place.line == 6 && place.column == column, "\(place)")
    #expect(DiagnosticPrinter(language: .english).text(found).contains(english))
    #expect(DiagnosticPrinter(language: .chinese).text(found).contains(chinese))
  }

  @Test("one that may be right is not", arguments: ["http.text.extract('no. (.)') == ''"])
  func accepted(expression: String) throws { #expect(try problems(with: expression) == nil) }

  private func problems(with expression: String) throws -> Diagnostics? {
    let text = """
      scenario: s
      platforms: { web: "http://a" }
      steps:
        - on: web
          get: /
          expect: "\(expression.replacing("\"", with: "\\\""))"

      """
    do {
      _ = try PlanLoader.load(
        PlanRequest(
          scenarios: [SourceInput(path: "scenario.yaml", text: text)], file: { _ in nil },
          environment: [:], secrets: [:], bases: [:],
          functions: HostFunctions.all))
      return nil
    } catch {
      return error
    }
  }
}
