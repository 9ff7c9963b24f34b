import LinkageCore
import LinkageReport
import Testing

@Suite("What a summary says of a link")
struct LinkTableTests {
  private func lines(_ links: [LinkSummary], _ language: Language = .english) -> [String] {
    var run = RunBuilder()
    SampleRuns.login(0).add(to: &run, .passed)
    run.links = links
    let lines = ConsoleReport(language: language).text(run.run).split(separator: "\n")
    let start = lines.firstIndex { $0 == "Sync latency" || $0 == "同步延迟" } ?? lines.startIndex
    return lines[lines.index(after: start)...].prefix { $0.hasPrefix("  ") }.map(String.init)
      .filter { !$0.contains("timers late") && !$0.contains("定时器") }
  }

  private func link(
    _ n: Int, late: Int = 0, p95: (Double?, Double?), answer: Judgement?, writes: Int? = nil
  ) -> LinkSummary {
    var link = SampleRuns.summary(
      SampleRuns.member, n, censored: 0, p50: RunBuilder.interval(1, 2),
      p95: RunBuilder.interval(7, 9),
      estimates: SampleRuns.estimates(
        writes: writes ?? n, p50: (1, 2), p95: p95, answer: answer))
    link.late = late
    return link
  }

  @Test("a promise that is kept, broken, or not decided has a sign", arguments: Language.allCases)
  func signs(language: Language) {
    let rows = lines(
      [
        link(400, p95: (6, 12), answer: .pass), link(400, late: 3, p95: (6, 12), answer: .pass),
        link(400, late: 90, p95: (1_100, 1_300), answer: .fail),
        link(24, p95: (6, nil), answer: .unknown),
      ], language)
    let late =
      language == .english
      ? ["3 of 400 later", "90 of 400 later"]
      : [
        "400 次中 3 次超过承诺", "400 次中 90 次超过承诺",
      ]
    #expect(rows[1].hasSuffix("≤ 1 s  ✔"))
    #expect(rows[2].hasSuffix("≤ 1 s  ✔ " + late[0]))
    #expect(rows[3].contains("1.10–1.30 s") && rows[3].hasSuffix("≤ 1 s  ✘ " + late[1]))
    #expect(
      rows[4].contains(language == .english ? "> 6 ms, n < 72" : "> 6 ms, 样本 < 72")
        && rows[4].hasSuffix("≤ 1 s  ?"))
    #expect(rows.count == 7)
    #expect(rows[6].contains("72"))
  }

  @Test("few samples are told as before, with nothing on all changes")
  func few() {
    let rows = lines([link(4, late: 4, p95: (nil, nil), answer: .unknown)])
    #expect(rows.count == 2)
    #expect(!rows[0].contains("p95 of all"))
    #expect(rows[1].contains("n < 20") && rows[1].hasSuffix("≤ 1 s  ✘ 4 of 4 later"))
  }

  @Test("several samples of one write are told", arguments: Language.allCases)
  func sharedWrites(language: Language) {
    let rows = lines([link(400, p95: (6, 12), answer: nil, writes: 200)], language)
    #expect(
      rows.last
        == (language == .english
          ? "  member web→mini: 400 samples of 200 writes; for all changes each write counts once"
          : "  member web→mini：400 个样本来自 200 次写入；推断总体时每次写入只计一次"))
  }

  @Test("reads that took longer and longer are told, with what to do", arguments: Language.allCases)
  func growth(language: Language) {
    for (late, isTold) in [(4_000, true), (2_000, false)] {
      var link = link(24, p95: (6, nil), answer: nil)
      link.estimates?.roundTrip = RoundTrip(
        early: .microseconds(1_200), late: .microseconds(Int64(late)), reads: 240)
      let text = lines([link], language).joined(separator: "\n")
      let note =
        language == .english
        ? "  ! member web→mini: a read took 1.2 ms at first and 4 ms in the end; reading may slow it down."
        : "  ! member web→mini：每次读取起初用时 1.2 ms，最后 4 ms；可能是读取本身拖慢了它。"
      #expect(text.contains(note) == isTold, "\(text)")
      #expect(text.contains("`spacing`") == isTold)
    }
  }

  @Test("a link that some missed and nearly all keep is not called slow", arguments: [true, false])
  func slow(isKept: Bool) {
    var run = RunBuilder()
    SampleRuns.login(0).add(to: &run, .passed)
    run.links = [link(400, late: 3, p95: (6, 12), answer: isKept ? .pass : .unknown)]
    let text = ConsoleReport(language: .english).text(run.run)
    #expect(text.contains("slower than promised") != isKept)
  }

  @Test("JUnit has the quantiles of all changes as properties")
  func junit() throws {
    var run = RunBuilder()
    SampleRuns.login(0).add(to: &run, .passed)
    run.links = [link(24, p95: (6, nil), answer: .unknown)]
    let bytes = try JUnitReport().write(run.run, language: .english)
    let xml = String(decoding: bytes, as: UTF8.self)
    for property in [
      "name=\"writes\" value=\"24\"", "name=\"p50.population\" value=\"1–2 ms\"",
      "name=\"p95.population\" value=\"&gt; 6 ms, n &lt; 72\"",
      "name=\"promise.answer\" value=\"unknown\"",
    ] {
      #expect(xml.contains(property), "\(property)")
    }
  }
}
