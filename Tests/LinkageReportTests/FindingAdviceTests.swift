import LinkageCore
import LinkageReport
import Testing
import Values

@Suite("What a message advises fits what was seen")
struct FindingAdviceTests {
  /// The whole message of the first finding, and its one line.
  private func message(
    _ language: Language, proxy: String? = nil, _ fill: (inout CaseBuilder) -> Void
  ) -> [String] {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.together, id: "a", title: LocalizedText("a"), number: 0)
    fill(&item)
    item.add(to: &run, .failed)
    var judged = run.run
    var connection = ConnectionOutline(Connection.Settings())
    connection.proxy = proxy
    judged.history.outline.platforms[0].connection = connection
    let printer = FindingPrinter(run: judged, language: language)
    let finding = judged.verdict.cases[0].findings[0]
    return [printer.message(finding, in: 0), printer.short(finding, in: 0)]
  }

  /// A wait whose reads were refused with these errors.
  private func wait(
    _ errors: [String], actor: String?, status: Int = 403, _ language: Language
  ) -> [String] {
    message(language) { item in
      let measured = Measurement.made(
        SampleRuns.points, RunBuilder.interval(10_000, nil), reads: errors.count)
      item.step("earn", "mini.earn", writes: ["points"])
      item.step(
        "seen", "web.member", expecting: ["out.points == 50"],
        sync: .since("earn", over: SampleRuns.points), status: .failed, measurement: measured)
      item.edit { $0.actor = actor }
      for error in errors {
        item.answer("GET", "/api/points", status, "{}", outcome: .refused(error: error))
      }
      item.finding(
        .notSynced, outcome: .refused(error: errors[errors.count - 1]), measurement: measured)
    }
  }

  @Test("every read refused with one error is said, and nobody logged in is led to `as:`")
  func nobodyLoggedIn() {
    let english = wait(["not_logged_in", "not_logged_in"], actor: nil, .english)
    #expect(english[0].contains("note: every answer was `not_logged_in`"))
    #expect(english[0].contains("the step has no `as:`"))
    #expect(!english[0].contains("running"))
    #expect(english[1].hasSuffix(": every answer was `not_logged_in`"))
    let chinese = wait(["not_logged_in", "not_logged_in"], actor: nil, .chinese)
    #expect(chinese[0].contains("说明：每次响应都是 `not_logged_in`"))
    #expect(chinese[0].contains("`as:`") && !chinese[0].contains("是否在运行"))
  }

  @Test("an actor who was refused each time is asked for his log-in", arguments: Language.allCases)
  func actorNotLoggedIn(language: Language) {
    let texts = wait(["gone", "gone"], actor: "bob", status: 401, language)
    #expect(texts[0].contains("`bob`") && !texts[0].contains("`as:`"))
  }

  @Test("another error leaves the link in question", arguments: Language.allCases)
  func otherError(language: Language) {
    let texts = wait(["no_such_order"], actor: nil, language)
    #expect(texts[0].contains(language == .english ? "running?" : "是否在运行"))
    #expect(texts[0].contains("`no_such_order`") && !texts[0].contains("`as:`"))
  }

  @Test("different errors are not told as one", arguments: Language.allCases)
  func differentErrors(language: Language) {
    let texts = wait(["busy", "not_logged_in"], actor: nil, language)
    #expect(!texts[1].contains("not_logged_in") && !texts[0].contains("`as:`"))
  }

  @Test("a wrong value at the deadline is led to `until:`", arguments: Language.allCases)
  func wrongValue(language: Language) {
    let texts = message(language) { item in
      let measured = Measurement.made(
        SampleRuns.points, RunBuilder.interval(10_000, nil), reads: 3)
      item.step("earn", "mini.earn", writes: ["points"])
      item.step(
        "seen", "web.member", expecting: ["out.points == 50"],
        sync: .since("earn", over: SampleRuns.points), status: .failed, measurement: measured)
      item.finding(
        .fieldMismatch, expectation: 0,
        condition: Condition(holds: false, parts: [], problem: nil), measurement: measured)
    }
    #expect(texts[0].contains("`until:`"))
  }

  @Test("a refusal after a while is nothing to allow", arguments: Language.allCases)
  func refusedUnderStays(language: Language) {
    let texts = message(language) { item in
      item.step("quiet", "web.member", status: .failed)
      item.edit { $0.stays = RunBuilder.ms(3_000) }
      item.answer("GET", "/api/member", 200)
      item.answer("GET", "/api/member", 409, outcome: .refused(error: "locked"))
      item.finding(
        .refused, outcome: .refused(error: "locked"), held: .zero, goneBy: RunBuilder.ms(870))
    }
    #expect(!texts[0].contains("may_fail"))
  }

  @Test(
    "only where the first read was answered, it was the first that failed",
    arguments: Language.allCases, [true, false])
  func firstRead(language: Language, isAnswered: Bool) {
    let texts = message(language) { item in
      item.step("quiet", "web.member", status: .failed)
      if !isAnswered {
        item.answer("GET", "/api", 500, outcome: .unknown(reason: nil, status: 500))
      }
      item.answer("GET", "/api", 200)
      item.finding(.expectationNotMet, held: .zero)
    }
    let first = language == .english ? "not even at the first read\n" : "第一次读取时就不成立"
    #expect(texts[0].contains(first) == isAnswered)
  }

  @Test("an answer that sends elsewhere says where to", arguments: Language.allCases)
  func location(language: Language) {
    let texts = message(language) { item in
      let outcome = Outcome.unexpected(status: 302, detail: nil)
      item.step("page", "web.member", status: .failed)
      item.answer("GET", "/api/member", 302, "", outcome: outcome)
      guard case .completed(var completion) = item.events.removeLast().kind else { return }
      completion.exchanges[0].answerHeaders = [
        HeaderField(name: "location", value: "/login?ticket=***")
      ]
      item.events.append(Event(at: RunBuilder.at(100), kind: .completed(completion)))
      item.finding(.unexpectedAnswer, outcome: outcome)
    }
    #expect(texts[0].contains("302  Location: /login?ticket=***\n"))
  }

  @Test(
    "an answer to a request that stands in the scenario is named there",
    arguments: Language.allCases)
  func inScenario(language: Language) {
    let texts = message(language) { item in
      let outcome = Outcome.unexpected(status: 418, detail: nil)
      item.step("page", "web GET /a", status: .failed)
      item.answer("GET", "/a", 418, outcome: outcome)
      item.finding(.unexpectedAnswer, outcome: outcome)
    }
    #expect(texts[0].contains("`errors`") && !texts[0].contains("target"))
  }

  @Test(
    "only who got no answer in time is told to raise `timeout`", arguments: Language.allCases,
    [Outcome.unknown(reason: nil, status: 503), .unknown(reason: lost, status: nil), timedOut])
  func timeout(language: Language, outcome: Outcome) {
    let texts = message(language) { item in
      item.step("pay", "mini.pay", status: .failed)
      item.answer("POST", "/api/pay", 503, outcome: outcome)
      item.finding(.unknownOutcome, outcome: outcome)
    }
    #expect(texts[0].contains("`timeout`") == (outcome == Self.timedOut))
  }

  @Test("what stands behind a failure decides what is advised", arguments: Language.allCases)
  func causes(language: Language) {
    for (kind, cause) in Problems.causes {
      let failure = TransportFailure(kind: kind, wasSent: true, detail: "", cause: cause)
      for outcome in [Outcome.unknown(reason: failure, status: nil), .unreachable(failure)] {
        let texts = message(language) { item in
          item.step("pay", "mini.pay", status: .failed)
          item.answer("POST", "/api/pay", nil, failure: failure, outcome: outcome)
          item.finding(
            outcome == .unreachable(failure) ? .unreachable : .unknownOutcome, outcome: outcome)
        }
        let advice = { () -> String in
          switch cause {
          case .proxyUnreachable(let proxy), .proxyInvalid(let proxy),
            .tunnelRefused(let proxy, status: 407):
            proxy.variable ?? "`proxy`"
          case .tunnelRefused(let proxy, _): proxy.variable == nil ? "`except`" : "`no_proxy`"
          case .certificateWanted: "tls: { cert:"
          case .certificateRefused, .certificateUnusable: "`tls.cert`"
          case .tlsVersion: "`tls.min`"
          case .packing: "`compress: false`"
          case .answerSize: "`limits.answer`"
          case .idle: "`limits.idle`"
          case .noHTTP2: "`http: \"2\"`"
          }
        }()
        #expect(texts[0].contains(advice), "\(texts[0])")
        #expect(!texts[0].contains("`timeout`") && !texts[0].contains("start `mini`"))
      }
    }
  }

  @Test(
    "a proxy that asks for a password is named where it answers itself",
    arguments: Language.allCases, [nil, "http://me:‹secret›@proxy.example:3128", ""])
  func proxyPassword(language: Language, proxy: String?) {
    let texts = message(language, proxy: proxy) { item in
      let outcome = Outcome.unexpected(status: 407, detail: nil)
      item.step("page", "web.member", status: .failed)
      item.answer("GET", "/api/member", 407, "", outcome: outcome)
      guard case .completed(var completion) = item.events.removeLast().kind else { return }
      completion.exchanges[0].wire = Wire(
        sentBytes: 1, receivedBytes: 1, version: "1.1", remote: "10.0.0.1:3128")
      item.events.append(Event(at: RunBuilder.at(100), kind: .completed(completion)))
      item.finding(.unexpectedAnswer, outcome: outcome)
    }
    let name = proxy == nil ? "`10.0.0.1:3128`" : "`http://proxy.example:3128`"
    #expect(texts[0].contains(name) == (proxy != ""), "\(texts[0])")
    #expect(texts[0].contains("`user:password@`") == (proxy != ""))
  }

  private static let lost = TransportFailure(kind: .lost, wasSent: true, detail: "")
  private static let timedOut = Outcome.unknown(
    reason: TransportFailure(kind: .timeout, wasSent: true, detail: ""), status: nil)
}
