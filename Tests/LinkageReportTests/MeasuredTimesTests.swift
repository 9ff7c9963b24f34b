import LinkageCore
import LinkageReport
import Testing
import Values

@Suite("A message tells when what was seen")
struct MeasuredTimesTests {
  private static let conditions = [
    "out.status == 'paid'", "out.points == 10", "out.level == 'gold'",
  ]

  /// The message of a probe that was measured so.
  private func message(
    _ language: Language, _ type: FailureType, expectation: Int? = nil, fields: [String] = [],
    conditions: [ConditionLatency] = [], texts: [String] = Self.conditions,
    _ change: (inout Measurement, inout Finding) -> Void = { _, _ in }
  ) -> String {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.together, id: "times", title: LocalizedText("Times"), number: 0)
    var measured = Measurement.made(SampleRuns.points, RunBuilder.interval(38, 41), reads: 90)
    measured.conditions = conditions
    var finding = Finding(
      type: type, step: 1, expectation: expectation,
      condition: expectation.map { _ in Condition(holds: false, parts: [], problem: nil) },
      outcome: .ok, measurement: nil, place: nil, detail: nil)
    change(&measured, &finding)
    finding.measurement = measured
    item.step("earn", "mini.earn", writes: ["points"])
    item.step(
      "seen", "web.member", expecting: texts, sync: .since("earn", over: SampleRuns.points),
      anchors: texts.map { _ in "id: seen" }, status: .failed, measurement: measured)
    item.edit { step in
      for (place, field) in fields.enumerated() { step.expectations[place].field = field }
      if !fields.isEmpty {
        step.kind = .parity(reads: ["web", "mini"], entity: "member")
      }
    }
    item.answer("GET", "\(SampleRuns.web)/api/member", 200, "{}")
    item.findings = [finding]
    item.add(to: &run, .failed)
    return FindingPrinter(run: run.run, language: language).message(finding, in: 0)
  }

  private func held(
    _ expectation: Int, _ lower: Double, _ upper: Double?, missed: Double? = nil
  ) -> ConditionLatency {
    ConditionLatency(
      expectation: expectation, latency: RunBuilder.interval(lower, upper),
      missedAgain: missed.map(RunBuilder.ms))
  }

  @Test("all that a measurement knows of moments", arguments: Language.allCases)
  func messages(language: Language) {
    let unseen = RunBuilder.interval(10_000, nil)
    let three = [held(0, 0.4, 0.6), held(1, 38, 41), held(2, -5, 1.2)]
    let messages = [
      message(language, .slow, conditions: three) { measured, _ in
        measured.slo = RunBuilder.ms(20)
      },
      message(
        language, .fieldMismatch, expectation: 1,
        conditions: [held(0, 0.4, 0.6), held(1, 10_000, nil), held(2, 10_000, nil)]
      ) { measured, _ in measured.latency = unseen },
      message(
        language, .fieldMismatch, expectation: 1, fields: ["status", "points", "level"],
        conditions: [held(0, 0.4, 0.6), held(1, 10_000, nil), held(2, 3, 4)]
      ) { measured, _ in measured.latency = unseen },
      message(
        language, .fieldMismatch, expectation: 1,
        conditions: [held(0, 38, 41), held(1, -5, 41, missed: 52.3), held(2, 36, nil)]),
      message(
        language, .flickered,
        conditions: [held(0, -5, 41, missed: 52.3), held(1, 38, 41), held(2, 38, 41)]
      ) { measured, _ in
        measured.latency = RunBuilder.interval(-5, 41)
        measured.missedAgain = RunBuilder.ms(52.3)
        measured.stable = RunBuilder.interval(120, 131)
      },
      message(language, .notSynced) { measured, finding in
        measured.latency = RunBuilder.interval(1.8, nil)
        finding.stoppedBy = "out.status == 'closed'"
        finding.stoppedAfter = RunBuilder.interval(1.8, 2.6)
      },
    ]
    Golden.expect(
      messages.joined(separator: "\n\n") + "\n", is: "times.\(language.rawValue).txt")
  }

  @Test("of many conditions the latest are told")
  func many() {
    let all = (0..<9).map { held($0, Double($0), Double($0 + 1)) }
    let text = message(
      .english, .slow, conditions: all, texts: (0..<9).map { "out.number == \($0)" })
    let told = text.split(separator: "\n").filter { $0.contains("condition: ") }
    #expect(told.count == 6)
    #expect(told.first?.hasSuffix("condition: `out.number == 8` visible 8–9 ms") == true)
    #expect(told.last?.hasSuffix("condition: … and 4 more, visible sooner") == true)
  }

  @Test("conditions of which none held say nothing that the latency does not")
  func none() {
    let text = message(
      .english, .notSynced, conditions: [held(0, 10_000, nil), held(1, 10_000, nil)]
    ) { measured, _ in measured.latency = RunBuilder.interval(10_000, nil) }
    #expect(!text.contains("condition: "))
  }

  @Test("answers that a cache gave are told, with what to do", arguments: Language.allCases)
  func cache(language: Language) {
    let note =
      language == .english
      ? "note: answers came from a cache, up to 30 s old (`Age`)"
      : "说明：响应来自缓存，最旧的已有 30 s（`Age`）"
    let advice = language == .english ? "the cache before `web`" : "`web` 前面的缓存"
    for type in [FailureType.notSynced, .slow, .flickered] {
      let isLate = type == .notSynced
      let texts = [Nanoseconds.seconds(30), nil].map { age in
        message(language, type) { measured, _ in
          measured.age = age
          if isLate { measured.latency = RunBuilder.interval(10_000, nil) }
        }
      }
      #expect(texts[0].contains(note) && texts[0].contains(advice), "\(texts[0])")
      #expect(!texts[1].contains("`Age`") && !texts[1].contains(advice), "\(texts[1])")
    }
  }

  @Test("a cache is not blamed for what arrived and is wrong", arguments: Language.allCases)
  func cachedMismatch(language: Language) {
    for upper in [41, nil] as [Double?] {
      let text = message(language, .fieldMismatch, expectation: 0) { measured, _ in
        measured.age = .seconds(30)
        measured.latency = RunBuilder.interval(38, upper)
      }
      #expect(text.contains("`Age`"))
      #expect(text.contains(language == .english ? "let the change drop" : "清除") == (upper == nil))
    }
  }
}
