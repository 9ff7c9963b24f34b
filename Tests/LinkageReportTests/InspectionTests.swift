import LinkageCore
import LinkageReport
import Testing

@Suite("A stored run looked into")
struct InspectionTests {
  private func steps(
    _ case: String? = nil, _ step: String? = nil, read: Int? = nil
  ) throws(Complaint) -> [ChosenStep] {
    try StepChoice(case: `case`, step: step, read: read).steps(of: Exchanges.run.history)
  }

  @Test("its requests as curl command lines", arguments: Language.allCases)
  func curl(language: Language) throws {
    var script = CurlScript(
      Exchanges.run.history, language: language, secrets: nil)
    Golden.expect(script.text(try steps()), is: "curl.\(language.rawValue).txt")
  }

  @Test("its requests with what the environment has filled in")
  func filledIn() throws {
    var script = CurlScript(
      Exchanges.run.history, language: .english, secrets: ["KEY": "it's \"50%\"", "PROXY": "p%40"])
    let text = script.text(try steps(nil, "order"))

    #expect(text.contains(#"'http://127.0.0.1:4701/orders/''it%27s%20%2250%25%22''?x=[1]'"#))
    #expect(text.contains(#"--user 'shop:''it'\''s "50%"'"#))
    #expect(text.contains(#"'{"key":"''it'\''s \"50%\"''","pin":"'"${SECRET_"#))
    #expect(text.contains("--noproxy '*'"))
    #expect(!text.contains("LINKAGE_SECRET"))

    let far = script.text(try steps(nil, "login"))
    #expect(far.contains(#"--proxy 'http://us:''p%40''@proxy:3128'"#), "\(far)")
    #expect(far.contains(#"--pass 'it'\''s "50%"'"#))
  }

  @Test("what its steps sent and got", arguments: Language.allCases)
  func show(language: Language) throws {
    let show = ShowPrinter(run: Exchanges.run, language: language)
    Golden.expect(show.text(try steps()), is: "show.\(language.rawValue).txt")
  }

  @Test("its cases and steps as a tree", arguments: Language.allCases)
  func tree(language: Language) {
    let groups = ShowPrinter(run: Sample.groups.run, language: language)
    let broken = ShowPrinter(run: Sample.failed.run, language: language)
    Golden.expect(
      groups.tree(of: [0]) + "\n" + broken.tree(of: [0, 1, 3]),
      is: "show-tree.\(language.rawValue).txt")
  }

  @Test("colours surround words and change nothing else")
  func colours() throws {
    let plain = ShowPrinter(run: Exchanges.run, language: .english).text(try steps())
    let coloured = ShowPrinter(run: Exchanges.run, language: .english, style: .ansi)
      .text(try steps())
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test(
    "a read that is asked for is taken instead of the last",
    arguments: [(1, "/seen/0"), (2, "/seen/1")])
  func read(number: Int, path: String) throws {
    let chosen = try steps(nil, "login", read: number)
    #expect(chosen.count == 1 && chosen[0].exchanges.count == 1)
    #expect(chosen[0].exchanges[0].url.hasSuffix(path))
  }

  @Test("what took a fault off is no read of its step: all that was sent for it is shown")
  func fault() throws {
    var history = Exchanges.run.history
    let position = try #require(history.outline.cases[0].steps.firstIndex { $0.id == "login" })
    history.outline.cases[0].steps[position].kind = .fault(
      link: "both", type: "drop", length: nil)
    let chosen = try StepChoice(case: nil, step: "login").steps(of: history)
    #expect(chosen.map { $0.exchanges.count } == [2])
    #expect(throws: Complaint.noSuchRead(step: "login", read: 1, reads: 0)) {
      try StepChoice(case: nil, step: "login", read: 1).steps(of: history)
    }
  }

  @Test("a read that several steps share is printed once, under the step that sent it")
  func sharedRead() throws {
    let run = Exchanges.shared.history
    let all = try StepChoice(case: nil, step: nil).steps(of: run)
    var script = CurlScript(run, language: .english, secrets: nil)
    func lines(_ steps: ArraySlice<ChosenStep>) -> Int {
      script.text(Array(steps)).split(separator: "\n").count { $0.hasPrefix("curl ") }
    }
    #expect(lines(all[...]) == 1)
    #expect(lines(all[1...]) == 1)
    let text = script.text(all)
    #expect(text.contains("# exchanged › points · sent once, by exchanged › order · web.member\n"))
    let alone = try StepChoice(case: nil, step: "points").steps(of: run)
    let line = script.text(alone)
    #expect(line.contains("sent once, by exchanged › order") && line.contains("\ncurl "), "\(line)")
    let show = ShowPrinter(run: Exchanges.shared, language: .chinese).text(alone)
    #expect(show.contains("  只发送一次，由 exchanged › order 发出\n"), "\(show)")
  }

  @Test("what the run does not have is said with the nearest name")
  func missing() {
    #expect(
      throws: Complaint.noSuchCase(name: "exchange", nearest: "exchanged", known: ["exchanged"])
    ) {
      try steps("exchange")
    }
    #expect(throws: Complaint.noSuchCase(name: "2", nearest: nil, known: ["exchanged"])) {
      try steps("2")
    }
    let known = ["order", "login", "upload", "never"]
    #expect(throws: Complaint.noSuchStep(name: "ordre", nearest: "order", known: known)) {
      try steps("1", "ordre")
    }
    #expect(throws: Complaint.noSuchRead(step: "login", read: 3, reads: 2)) {
      try steps(nil, "login", read: 3)
    }
    #expect(throws: Complaint.noSuchRead(step: "order", read: 1, reads: 0)) {
      try steps(nil, "order", read: 1)
    }
  }

  @Test("steps inside a group are meant by its name, a step alone by its number or path")
  func groups() throws {
    let history = Sample.groups.run.history
    let all = try StepChoice(case: nil, step: nil).steps(of: history)
    #expect(!all.isEmpty)
    for position in history.outline.cases[0].steps.indices {
      let step = history.outline.cases[0].steps[position]
      let inside = try StepChoice(case: "1", step: step.id).steps(of: history)
      #expect(!inside.isEmpty)
    }
    let first = try StepChoice(case: "1", step: "1").steps(of: history)
    #expect(!first.isEmpty)
  }

  @Test("a run named by its folder is named so in what messages advise")
  func folder() {
    let run = Sample.failed.run
    let hint = InspectionHint(run.history.header, isNewest: true, results: "my results")
    let text = ConsoleReport(language: .english, hint: hint).text(run)
    #expect(text.contains("= try: linkage show last --step balance --results 'my results'    "))
    #expect(text.contains("linkage check 20261121-031544-k7f3 --results 'my results'    judges"))
  }

  @Test("a step whose name others share is named by its scenario, too")
  func shared() {
    let text = ConsoleReport(language: .english).text(Sample.failed.run)
    let id = "20261121-031544-k7f3"
    #expect(text.contains("= try: linkage show \(id) --step balance    linkage curl \(id) --step"))
    #expect(text.contains("linkage show \(id) --step register --case register-twice"))
  }
}
