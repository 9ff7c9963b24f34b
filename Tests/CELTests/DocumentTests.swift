import CEL
import Foundation
import Testing
import Values

@Suite("docs/expressions")
struct DocumentTests {
  enum Page: String, CaseIterable {
    case english = "expressions.md"
    case chinese = "expressions.zh-CN.md"

    var language: MessageLanguage { self == .english ? .english : .chinese }
    var error: String { self == .english ? "error: " : "错误：" }

    func text() throws -> String {
      let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent()
      let root = tests.deletingLastPathComponent().deletingLastPathComponent()
      return try String(
        contentsOf: root.appendingPathComponent("docs/\(rawValue)"), encoding: .utf8)
    }

    /// The lines of the blocks that are fenced as that kind.
    func blocks(_ kind: String) throws -> [Substring] {
      var isInside = false
      return try text().split(separator: "\n", omittingEmptySubsequences: false).filter { line in
        if line == "```\(kind)" {
          isInside = true
          return false
        }
        if line == "```" { isInside = false }
        return isInside
      }
    }

    func examples() throws -> [(source: String, result: String)] {
      try blocks("cel").map { line in
        let parts = line.components(separatedBy: "  // ")
        try #require(parts.count == 2, "\(line)")
        return (parts[0], parts[1])
      }
    }

    func scope() throws -> Scope {
      let variables = try Value(json: try blocks("json").joined(separator: "\n"))
      return Scope(
        variables: variables.mapValue?.reduce(into: [:]) { $0[$1.key.stringValue ?? ""] = $1.value }
          ?? [:])
    }
  }

  private static func outcome(_ source: String, in scope: Scope, _ page: Page) -> Result<
    Value, Told
  > {
    do {
      return .success(try Expression(source).evaluate(in: scope))
    } catch let error as EvaluationError {
      return .failure(Told(text: page.error + error.message(in: page.language)))
    } catch {
      let told = (error as? ParseError)?.message(in: page.language) ?? "\(error)"
      return .failure(Told(text: page.error + told))
    }
  }

  private struct Told: Error, Equatable {
    let text: String
  }

  @Test("every example gives what stands behind it", arguments: Page.allCases)
  func examples(_ page: Page) throws {
    let scope = try page.scope()
    let examples = try page.examples()
    #expect(examples.count > 100)
    for (source, result) in examples {
      switch Self.outcome(source, in: scope, page) {
      case .success(let value):
        #expect(try value == Expression(result).evaluate(in: scope), "\(source)")
      case .failure(let told): #expect(told.text == result, "\(source)")
      }
    }
  }

  @Test("both languages show the same examples")
  func sameExamples() throws {
    let english = try Page.english.examples().map(\.source)
    #expect(try Page.chinese.examples().map(\.source) == english)
    #expect(try Page.chinese.blocks("json") == Page.english.blocks("json"))
  }

  @Test("every function has an example")
  func everyFunction() throws {
    let sources = try Page.english.examples().map(\.source)
    let missing = Functions.standard.names.filter { name in
      !sources.contains { $0.contains("\(name)(") }
    }
    #expect(missing == [])
  }

  @Test("the limits are those of the page", arguments: Page.allCases)
  func limits(_ page: Page) throws {
    let limits = Limits.default
    #expect(
      limits == Limits(sourceLength: 65_536, nesting: 128, steps: 1_000_000, outputSize: 16 << 20))
    let text = try page.text()
    for figure in ["64 KiB", "128", "1,000,000", "16 MiB", "100", "512"] {
      #expect(text.contains("| \(figure) |"), "\(figure)")
    }
  }
}
