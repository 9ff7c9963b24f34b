import LinkageCore
import LinkageReport
import Testing
import Values

@Suite("Steps inside steps and rounds are numbered and named")
struct StepTreeTests {
  /// The numbers and names of steps given by their depth and round, as JUnit's log shows them.
  private func log(_ shapes: [(depth: Int, round: Int?)], rounds: Int = 3) throws -> [String] {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.hello, id: "a", title: LocalizedText("a"), number: 0)
    for shape in shapes {
      item.step("s", "web.read", duration: nil)
      item.edit { step in
        step.depth = shape.depth
        step.round = shape.round.map { Round(number: $0, count: rounds, every: nil) }
      }
    }
    item.add(to: &run, .passed)
    let bytes = try JUnitReport().write(run.run, language: .english)
    let text = String(decoding: bytes, as: UTF8.self)
    let log = text.split(separator: "<system-out>").last?.split(separator: "</system-out>").first
    return (log ?? "").split(separator: "\n").dropFirst(2).map { line in
      let start = line.split(separator: "web.read").first ?? ""
      return String(start.reversed().drop { $0 == " " }.reversed())
    }
  }

  @Test("a step inside the third is 3.1, and rounds share their number")
  func numbers() throws {
    let shapes: [(Int, Int?)] = [
      (0, nil), (0, 1), (0, 2), (0, 3), (0, nil), (1, nil), (1, 1), (1, 2), (2, nil), (0, nil),
    ]
    #expect(
      try log(shapes) == [
        "1      s", "2      s 1/3", "2      s 2/3", "2      s 3/3",
        "3      s", "3.1      s", "3.2      s 1/3", "3.2      s 2/3",
        "3.2.1      s", "4      s",
      ])
  }

  @Test("depths that cannot be are shown at the nearest that can, not a crash")
  func strangeDepths() throws {
    let lines = try log([(7, nil), (-3, nil), (2, 5), (1, 0)])
    #expect(lines == ["1    s", "2    s", "2.1    s 5/3", "2.2    s 0/3"])
  }

  @Test("of a thousand rounds the log keeps the first hundred and those that did not pass")
  func manyRounds() throws {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.hello, id: "a", title: LocalizedText("a"), number: 0)
    for round in 1...1_000 {
      item.step("s", "web.read", status: round == 777 ? .failed : .passed)
      item.edit { $0.round = Round(number: round, count: 1_000, every: nil) }
    }
    item.add(to: &run, .failed)
    let bytes = try JUnitReport().write(run.run, language: .english)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("s 100/1000") && !text.contains("s 101/1000"))
    #expect(text.contains("s 777/1000") && text.contains("… 899 more steps of rounds that passed"))
    let results = try ResultsReport().write(run.run, language: .english)
    let steps = try Value(json: String(decoding: results, as: UTF8.self))["cases"]?[0]?["steps"]
    #expect(steps?.listValue?.count == 1_000)
    #expect(steps?[999]?["round"] == ["number": 1_000, "count": 1_000, "everyMs": nil])
  }

  @Test("rounds that fail alike are one message, other failures keep their own")
  func alike() throws {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.hello, id: "a", title: LocalizedText("a"), number: 0)
    for round in 1...12 {
      item.step("page", "web.read", status: .failed)
      item.edit { $0.round = Round(number: round, count: 12, every: nil) }
      let error = round == 5 ? FailureType.notRefused : .refused
      item.finding(error, outcome: .refused(error: "busy"))
    }
    item.add(to: &run, .failed)
    let text = ConsoleReport(language: .english).text(run.run)
    #expect(text.matches(of: /error: `/).count == 2)
    #expect(text.contains("round: 1 of 12; the same in rounds 2, 3, 4, 6, 7 and 5 more"))
    #expect(text.contains("round: 5 of 12\n"))
    let chinese = ConsoleReport(language: .chinese).text(run.run)
    #expect(chinese.contains("轮次：第 1 轮，共 12 轮；第 2、3、4、6、7 等 10 轮也是如此"))
  }

  @Test("the slowest of the rounds stands for all of them")
  func slowest() {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.points, id: "a", title: LocalizedText("a"), number: 0)
    item.step("earn", "mini.earn", writes: ["points"])
    for round in 1...4 {
      let latency = RunBuilder.interval(Double(round), round == 3 ? nil : Double(round + 1))
      item.step(
        "balance", "web.member", sync: .since("earn", over: SampleRuns.points),
        measurement: .made(SampleRuns.points, latency, reads: 5))
      item.edit { $0.round = Round(number: round, count: 4, every: nil) }
    }
    item.add(to: &run, .passed)
    let text = ConsoleReport(language: .english).text(run.run)
    #expect(text.contains("points mini→web  balance ×4  worst > 3 ms  20 reads\n"))
    #expect(text.matches(of: /points mini→web/).count == 1)
  }

  @Test("clean-ups stand last, the scenario's own before those of its flows, and say what they are")
  func cleanUpsLast() throws {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.hello, id: "a", title: LocalizedText("a"), number: 0)
    let shapes: [(String, depth: Int, isFinally: Bool)] = [
      ("join", 0, false), ("login", 1, false), ("leave", 1, true), ("earn", 0, false),
      ("again", 0, false), ("logout", 1, true), ("reset", 0, true),
    ]
    for (name, depth, isFinally) in shapes {
      item.step(name, "web.do", duration: nil)
      item.edit { step in
        (step.depth, step.isFinally, step.actor) = (depth, isFinally, nil)
        if ["join", "again"].contains(name) { step.kind = .flow }
      }
    }
    item.add(to: &run, .passed)
    for (language, word) in [(Language.english, ", clean-up"), (.chinese, "，清理")] {
      let xml = String(
        decoding: try JUnitReport().write(run.run, language: language), as: UTF8.self)
      let log = xml.split(separator: "<system-out>").last?.split(separator: "</system-out>").first
      let lines = (log ?? "").split(separator: "\n").dropFirst(2).map { line in
        line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      }
      let heads = ["1 join", "1.1 login", "2 earn", "3 again"].map { $0 + " web.do" }
      let tails = ["4 reset", "3.1 again › logout", "1.2 join › leave"].map {
        $0 + " web.do" + word
      }
      #expect(lines.count == 7)
      for (line, start) in zip(lines, heads + tails) {
        #expect(line.hasPrefix(start + " "), "\(line)")
      }
    }
  }

  @Test("a wait that an interrupted run cut short says so", arguments: Language.allCases)
  func interruptedWait(language: Language) throws {
    var run = RunBuilder()
    run.wasInterrupted = true
    var item = CaseBuilder(
      source: Sources.points, id: "a", title: LocalizedText("a"), number: 0)
    item.step("earn", "mini.earn", writes: ["points"])
    item.step(
      "balance", "web.member", sync: .since("earn", over: SampleRuns.points), status: .notRun,
      measurement: .made(SampleRuns.points, RunBuilder.interval(1_570, nil), reads: 5))
    item.add(to: &run, .interrupted)
    let word = language == .english ? "> 1.57 s, interrupted" : "> 1.57 s，已中断"
    #expect(ConsoleReport(language: language).text(run.run).contains(word))
    let xml = String(
      decoding: try JUnitReport().write(run.run, language: language), as: UTF8.self)
    #expect(xml.split(separator: word.replacing(">", with: "&gt;")).count == 3)
  }
}
