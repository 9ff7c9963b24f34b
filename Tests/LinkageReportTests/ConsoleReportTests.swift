import LinkageCore
import LinkageReport
import Testing

@Suite("The summary stays readable")
struct ConsoleReportTests {
  @Test("scenario lines keep within the terminal", arguments: [40, 60, 80, 120], Language.allCases)
  func width(columns: Int, language: Language) {
    let lines = ConsoleReport(language: language, width: columns).text(Sample.failed.run)
      .split(separator: "\n").filter { $0.hasPrefix("✔") || $0.hasPrefix("✘") }
    #expect(lines.count >= 4)
    for line in lines where !line.hasPrefix("✘ earn-in-mini  E") && line.hasSuffix("s") {
      let wide = line.unicodeScalars.count { $0.value >= 0x2E80 }
      #expect(line.count + wide <= columns)
    }
  }

  @Test(
    "names in any script keep within the terminal", arguments: [60, 80, 100], Language.allCases)
  func scripts(columns: Int, language: Language) {
    var run = RunBuilder()
    for (number, row) in ["等级=黄金会员, 渠道=小程序", "level=gold", nil].enumerated() {
      var item = SampleRuns.login(number)
      item.steps[1].id = "查询登录状态之后再次确认会员等级与积分是否一致"
      item.add(to: &run, .passed, row: row)
    }
    let lines = ConsoleReport(language: language, width: columns).text(run.run)
      .split(separator: "\n").dropFirst(3).prefix(6)
    #expect(lines.count == 6)
    for line in lines { #expect(DisplayWidth.of(line) <= columns, "\(line)") }
    let ends = lines.filter { $0.hasPrefix("✔") }.map { DisplayWidth.of($0) }
    #expect(Set(ends).count == 1)
  }

  @Test(
    "titles stay where the names of some scenarios leave them no room", arguments: Language.allCases
  )
  func titles(language: Language) throws {
    var run = RunBuilder()
    for (number, row) in [nil, "level=gold", "here=mini, there=web, level=gold"].enumerated() {
      SampleRuns.login(number).add(to: &run, .passed, row: row)
    }
    let lines = ConsoleReport(language: language, width: 80).text(run.run).split(separator: "\n")
      .filter { $0.hasPrefix("✔") }
    let title = language == .chinese ? "网站注册" : "Register on"
    #expect(lines.map { $0.contains(title) } == [true, true, false])
    #expect(lines[2].contains("level=gold]"))
    #expect(Set(lines.map { DisplayWidth.of($0) }).count == 1)
  }

  @Test(
    "fewer scenarios at once are proposed than there were",
    arguments: [
      ([], 20, ": --parallel 4"), (["--parallel", "8"], 20, ": --parallel 2"),
      (["--parallel=3"], 20, ": --parallel 1"), (["--parallel", "1"], 20, nil), ([], 1, nil),
    ] as [([String], Int, String?)])
  func parallel(options: [String], cases: Int, advice: String?) {
    var run = RunBuilder()
    run.readSpacing = .microseconds(1)
    for number in 0..<cases { SampleRuns.login(number).add(to: &run, .passed) }
    run.links = SampleRuns.failed.verdict.links
    var judged = run.run
    judged.history.header.command = ["linkage", "run"] + options
    let text = ConsoleReport(language: .english).text(judged)
    #expect(text.contains("Run again with nothing beside it\n") == (advice == nil))
    if let advice { #expect(text.contains(advice + "\n")) }
  }

  @Test("three hundred scenarios of twenty steps take no time to print", .timeLimit(.minutes(1)))
  func fast() throws {
    var run = RunBuilder()
    for number in 0..<300 {
      var item = SampleRuns.login(number)
      for round in 1...20 {
        item.step("earn", "mini.earn", status: .failed)
        item.edit { $0.round = Round(number: round, count: 20, every: nil) }
        item.answer("POST", "/api/points", 500)
        item.finding(.refused, outcome: .refused(error: "busy"))
      }
      item.add(to: &run, .failed)
    }
    let text = ConsoleReport(language: .chinese).text(run.run)
    #expect(text.contains("共 300 个场景：失败 300"))
    #expect(try JUnitReport().write(run.run, language: .chinese).count > 300_000)
  }

  @Test(
    "the samples of a scenario are one line with the worst of them", arguments: Language.allCases)
  func samples(language: Language) {
    var run = RunBuilder()
    for number in 0..<150 {
      let item = SampleRuns.login(number)
      item.add(
        to: &run, number == 70 ? .failed : .passed, until: number == 9 ? 7_000 : 1_240,
        row: number < 75 ? "side=web" : "side=mini", sample: number % 75 + 1)
    }
    let lines = ConsoleReport(language: language).text(run.run).split(separator: "\n")
    let english = language == .english
    #expect(lines[3].hasPrefix(english ? "✘ failed  web-register" : "✘ 失败  web-register"))
    #expect(lines[3].contains("[side=web] ×75") && lines[3].hasSuffix("7.00 s"))
    #expect(lines[4].contains(english ? "74 passed, 1 failed" : "通过 74，失败 1"))
    #expect(lines[5].contains("login ×75") && lines[5].contains(english ? "1050 reads" : "1050 次"))
    #expect(lines[6].contains("[side=mini] ×75") && lines[6].hasPrefix("✔"))
    #expect(lines[8].contains("150"))
  }

  @Test("samples that fail alike are told once, another failure is told as well")
  func samplesAlike() {
    var run = RunBuilder()
    for number in 0..<40 {
      var item = SampleRuns.login(number)
      item.finding(number == 30 ? .refused : .lost, outcome: .refused(error: "busy"))
      item.add(to: &run, .failed, sample: number + 1)
    }
    let text = ConsoleReport(language: .english).text(run.run)
    #expect(text.matches(of: /\(Lost\)/).count == 1 && text.matches(of: /\(Refused\)/).count == 1)
    #expect(text.contains("✘ web-register-mini-login #31  "))
    #expect(text.contains("… and 38 more samples that failed the same way"))
    let chinese = ConsoleReport(language: .chinese).text(run.run)
    #expect(chinese.contains("… 另有 38 个样本的失败与上面相同，完整内容见报告"))
  }

  @Test("rows that fail alike are told once with their names, others are told as well")
  func rowsAlike() {
    var run = RunBuilder()
    for number in 1...50 {
      var item = SampleRuns.login(number - 1)
      item.finding(.refused, outcome: .refused(error: number == 30 ? "locked" : "busy"))
      item.add(to: &run, .failed, row: "number=\(number)")
    }
    let text = ConsoleReport(language: .english).text(run.run)
    #expect(text.matches(of: /\(Refused\)/).count == 2)
    #expect(text.contains("✘ web-register-mini-login [number=30]  "))
    #expect(
      text.contains(
        "\nthe same in [number=2], [number=3], [number=4], [number=5], [number=6] "
          + "and 43 more rows; the reports hold them all\n"))
    let chinese = ConsoleReport(language: .chinese).text(run.run)
    #expect(chinese.contains("[number=6] 等 48 行的失败与上面相同，完整内容见报告"))
  }

  @Test("a row whose samples fail like those of another row is listed once")
  func rowsOfSamples() {
    var run = RunBuilder()
    for number in 0..<6 {
      var item = SampleRuns.login(number)
      item.finding(.lost)
      item.add(to: &run, .failed, row: "side=\(number % 2)", sample: number / 2 + 1)
    }
    let text = ConsoleReport(language: .english).text(run.run)
    #expect(text.matches(of: /\(Lost\)/).count == 1)
    #expect(text.contains("\nthe same in [side=1]; the reports hold them all\n"))
    #expect(text.contains("… and 4 more samples that failed the same way"))
  }

  @Test("of many scenarios only those that did not pass are listed")
  func many() {
    var run = RunBuilder()
    run.judgement = .fail
    for number in 0..<150 {
      var item = SampleRuns.login(number)
      if number % 5 == 0 { item.finding(.lost) }
      item.add(to: &run, number % 5 == 0 ? .failed : .passed)
    }
    let text = ConsoleReport(language: .english).text(run.run)
    #expect(text.contains("\n… and 120 more that passed\n"))
    #expect(!text.contains("✔"))
    #expect(text.contains("… and 10 more of these; the reports hold them all"))
    #expect(text.contains("150 scenarios: 120 passed, 30 failed\nFAIL  30 scenarios failed: "))
  }

  @Test(
    "the verdict says why in one sentence",
    arguments: [
      (Sample.passed, "PASS  all 2 scenarios passed"),
      (
        .failed,
        "FAIL  3 scenarios failed: earn-in-mini, mini-order-web-lookup, register-twice; exactly-once violated"
      ),
      (
        .undecided,
        "INCONCLUSIVE  4 scenarios could not be decided: unexpected, unreachable, time-out and 1 more"
      ),
      (.skipped, "INCONCLUSIVE  all scenarios were skipped, so nothing is proven"),
      (.interrupted, "INCONCLUSIVE  interrupted before 1 scenario had ended"),
    ])
  func reasons(sample: Sample, sentence: String) {
    let lines = ConsoleReport(language: .english).text(sample.run).split(separator: "\n")
    #expect(lines.last == Substring(sentence))
  }

  @Test("a run of nothing proves nothing", arguments: Language.allCases)
  func empty(language: Language) {
    var run = RunBuilder()
    run.judgement = .unknown
    let text = ConsoleReport(language: language).text(run.run)
    #expect(text.contains(language == .english ? "no scenario was run" : "没有执行任何场景"))
  }

  @Test("every format has a file name of its own")
  func formats() throws {
    #expect(Reports.all.map(\.fileName) == ["junit.xml", "results.json"])
    for writer in Reports.all {
      let files = try Reports.files(writer, of: Sample.passed.run, language: .english)
      #expect(files.map(\.name) == [writer.fileName])
    }
  }

  @Test(
    "a link slower than promised stands in the verdict's line, though all passed",
    arguments: Language.allCases)
  func slowerThanPromised(language: Language) throws {
    var run = RunBuilder()
    SampleRuns.login(0).add(to: &run, .passed)
    let latency = RunBuilder.interval(1_200, 1_300)
    var slow = SampleRuns.summary(SampleRuns.member, 4, censored: 0, p50: latency, p95: latency)
    slow.late = 4
    run.links = [slow]
    let text = ConsoleReport(language: language).text(run.run)
    #expect(
      text.contains(
        language == .english
          ? "PASS  the scenario passed; 1 link slower than promised"
          : "通过 PASS  1 个场景全部通过；但有 1 条链路慢于承诺"))
    let bytes = try JUnitReport().write(run.run, language: language)
    let xml = String(decoding: bytes, as: UTF8.self)
    #expect(xml.contains("<property name=\"promised\" value=\"1 s\"/>"))
    #expect(xml.contains("<property name=\"late\" value=\"4\"/>"))
  }

  @Test(
    "a check that had nothing to look at is left out, one that could not decide is not",
    arguments: Language.allCases, [0, 3])
  func nothingToJudge(language: Language, observed: Int) {
    var run = RunBuilder()
    SampleRuns.login(0).add(to: &run, .passed)
    run.checks = [
      CheckResult(
        checker: "monotonic-reads", judgement: .unknown, observed: observed, violations: [])
    ]
    let text = ConsoleReport(language: language).text(run.run)
    let title = language == .english ? "Consistency" : "一致性"
    #expect(text.contains(title) == (observed > 0))
    #expect(text.contains("monotonic-reads") == (observed > 0))
  }

  @Test("every check is named, on as many lines as it takes", arguments: Language.allCases)
  func namesChecks(language: Language) {
    var run = RunBuilder()
    SampleRuns.login(0).add(to: &run, .passed)
    let names = (1...12).map { "checker-number-\($0)" }
    run.checks = names.map { CheckResult(checker: $0, observed: 1, violations: []) }
    let lines = ConsoleReport(language: language, width: 60).text(run.run)
      .split(separator: "\n").filter { $0.contains("checker-number") }
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 60 })
    let told = lines.joined().split { ",、： :".contains($0) }.map(String.init)
    #expect(told.filter { $0.hasPrefix("checker") } == names)
  }

  @Test(
    "what a check could not judge stands behind its name, also where that was all",
    arguments: Language.allCases)
  func unjudged(language: Language) {
    var run = RunBuilder()
    SampleRuns.login(0).add(to: &run, .passed)
    var partly = CheckResult(checker: "conservation", observed: 3, violations: [])
    partly.unjudged = 4
    var wholly = CheckResult(checker: "convergence", observed: 0, violations: [])
    wholly.unjudged = 2
    run.checks = [partly, wholly]
    let text = ConsoleReport(language: language).text(run.run)
    let due =
      language == .english
      ? "  not judged: convergence (2 not judged)\n  held: conservation (4 not judged)\n"
      : "  无法判定：convergence（2 项无法判定）\n  符合：conservation（4 项无法判定）\n"
    #expect(text.contains(due))
  }
}
