import Foundation
import LinkageCore
import LinkageReport
import Testing
import Values

@Suite("results.json is a format that programs can rely on")
struct ResultsReportTests {
  private func document(_ sample: Sample, _ language: Language = .english) throws -> Value {
    let bytes = try ResultsReport().write(sample.run, language: language)
    return try Value(json: String(decoding: bytes, as: UTF8.self))
  }

  /// Every key below a value, with what stands in lists, but not the user's own data.
  private func keys(_ value: Value) -> Set<String> {
    switch value {
    case .list(let list): list.reduce(into: []) { $0.formUnion(keys($1)) }
    case .map(let map):
      map.reduce(into: []) { all, entry in
        let name = entry.key.stringValue ?? ""
        all.insert(name)
        if name != "value" { all.formUnion(keys(entry.value)) }
      }
    default: []
    }
  }

  @Test(
    "every key is documented in both languages",
    .enabled(if: Tools.above("docs/results-json.md") != nil),
    arguments: Sample.allCases, ["docs/results-json.md", "docs/results-json.zh-CN.md"])
  func documented(sample: Sample, page: String) throws {
    let path = try #require(Tools.above(page))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let missing = keys(try document(sample)).filter { !text.contains("`\($0)`") }
    #expect(missing.isEmpty)
  }

  @Test("a scenario has the same keys however it ended")
  func stableKeys() throws {
    let cases = try Sample.allCases.flatMap { try document($0)["cases"]?.listValue ?? [] }
    let shapes = Set(cases.map { $0.mapValue?.keys ?? [] })
    #expect(cases.count > 10 && shapes.count == 1)
  }

  @Test("bounds that nobody knows are null, known ones are milliseconds")
  func bounds() throws {
    let links = try #require(try document(.failed)["links"])
    #expect(links[0]?["p50"] == ["lowerMs": 0.9, "upperMs": 2.1, "pointMs": 1.5])
    #expect(links[1]?["p50"] == ["lowerMs": 10000.0, "upperMs": nil, "pointMs": nil])
  }

  @Test("only the findings' messages depend on the language")
  func language() throws {
    let (english, chinese) = (try document(.failed), try document(.failed, .chinese))
    #expect(english != chinese)
    #expect(withoutMessages(english) == withoutMessages(chinese))
  }

  private func withoutMessages(_ value: Value) -> Value {
    switch value {
    case .list(let list): .list(list.map(withoutMessages))
    case .map(let map):
      .map(
        ValueMap(
          map.filter { $0.key != "message" }.map { ($0.key, withoutMessages($0.value)) }))
    default: value
    }
  }
}
