import LinkageCore
import LinkageScenario
import Testing

@Suite("Places")
struct PlacesTests {
  @Test("a problem's place is where its name stands", arguments: Case.all(in: "invalid"))
  func names(_ example: Case) {
    guard let found = problems(example.request) else { return }
    for diagnostic in found.problems {
      guard let place = diagnostic.place, let name = name(diagnostic.problem) else { continue }
      let text = text(at: place, in: found.sources)
      let isSpelledOtherwise =
        text.hasPrefix("|") || text.hasPrefix(">") || text.contains("\\u")
        || text.contains("${row.")
      #expect(text.contains(name) || isSpelledOtherwise, "\(name) at \(place): \(text)")
    }
  }

  @Test(
    "characters are counted as people count them",
    arguments: [
      ("title: 网站注册 → 小程序\n", 4), ("title: 👨‍👩‍👧 é e\u{301}\n", 4), ("title: a\r\n", 4),
      ("# \u{2028} \u{85}\ntitle: 中\n", 5), ("title: |\n  中\n  文\n", 6),
    ])
  func lines(_ header: String, line: Int) {
    let text =
      header + "scenario: x\nplatforms: { web: \"http://a\" }\n"
      + "steps: [ { on: web, get: /中👨‍👩‍👧é, expect: [ \"'积' == nope\" ] } ]\n"
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try Loading.plan(text)
    }
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("\(line):50-4 undeclared(name: \"nope\"") == true)
  }

  @Test("a byte-order mark and carriage returns change no place")
  func windows() {
    let text =
      "\u{FEFF}scenario: x\r\nplatforms: { web: \"http://a\" }\r\nsteps:\r\n"
      + "  - { on: wbe, get: /x }\r\n"
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try Loading.plan(text)
    }
    #expect(problems.map { $0.prefix(8) } == ["4:11-3 u"])
  }

  private func problems(_ request: PlanRequest) -> Diagnostics? {
    do {
      _ = try PlanLoader.load(request)
      return nil
    } catch {
      return error
    }
  }

  private func text(at place: Place, in sources: [SourceFile]) -> Substring {
    let source = sources.first { $0.path == place.path }?.text ?? ""
    let lines = source.replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(place.line - 1) else { return "" }
    return lines[place.line - 1].dropFirst(place.column - 1).prefix(place.length)
  }

  private func name(_ problem: Problem) -> String? {
    switch problem {
    case .unknownKey(let name, _, _, _), .duplicateKey(let name), .invalidName(let name, _),
      .undeclared(let name, _, _), .unknownFunction(let name, _), .unknownOperation(let name, _, _),
      .unknownPlatform(let name, _, _), .unknownActor(let name, _, _), .unknownStep(let name, _, _),
      .stepHasNotRun(let name), .duplicateStep(let name, _), .unknownInput(let name, _, _, _),
      .unknownOutput(let name, _, _, _), .unknownErrorName(let name, _, _, _),
      .unknownEntity(let name, _, _), .unusedActor(let name), .missingVariable(let name, _),
      .quoteExpression(let name, _):
      name
    default: nil
    }
  }
}
