import LinkageCore
import Values

/// Runs that prove nothing, or hold what terminals and XML cannot bear.
extension SampleRuns {
  static var undecided: JudgedRun {
    var run = RunBuilder()
    run.judgement = .unknown
    unexpected(0).add(to: &run, .errored, until: 48)
    unreachable(1).add(to: &run, .errored, until: 3)
    lost(2).add(to: &run, .errored, until: 5_012)
    notRunnable(3).add(to: &run, .errored, until: 1)
    run.checks = [
      CheckResult(checker: "durability", judgement: .unknown, observed: 2, violations: [])
    ]
    return run.run
  }

  private static func unexpected(_ number: Int) -> CaseBuilder {
    var item = CaseBuilder(
      source: Sources.login, id: "unexpected",
      title: LocalizedText(english: "Register", chinese: "注册"), number: number)
    let outcome = Outcome.unexpected(status: 418, detail: nil)
    item.step("register", "web.register", status: .failed, outcome: outcome)
    item.answer("POST", "\(web)/api/members", 418, "<html>teapot</html>", outcome: outcome)
    item.finding(.unexpectedAnswer, outcome: outcome)
    return item
  }

  private static func unreachable(_ number: Int) -> CaseBuilder {
    var item = CaseBuilder(
      source: Sources.orders, id: "unreachable",
      title: LocalizedText(english: "Order", chinese: "下单"), number: number)
    let failure = TransportFailure(kind: .refused, wasSent: false, detail: "Connection refused")
    item.step("order", "mini.placeOrder", status: .failed, outcome: .unreachable(failure))
    item.answer(
      "POST", "\(mini)/api/orders", nil, failure: failure, outcome: .unreachable(failure))
    item.finding(.unreachable, outcome: .unreachable(failure))
    return item
  }

  private static func lost(_ number: Int) -> CaseBuilder {
    var item = CaseBuilder(
      source: Sources.orders, id: "time-out",
      title: LocalizedText(english: "Pay", chinese: "支付"), number: number)
    let failure = TransportFailure(kind: .timeout, wasSent: true, detail: "Timeout was reached")
    let outcome = Outcome.unknown(reason: failure, status: nil)
    item.step("pay", "mini.payOrder", status: .failed, outcome: outcome)
    item.answer(
      "POST", "\(mini)/api/orders/1/pay", nil, failure: failure, outcome: outcome, at: 5_012)
    item.finding(.unknownOutcome, outcome: outcome)
    return item
  }

  private static func notRunnable(_ number: Int) -> CaseBuilder {
    var item = CaseBuilder(
      source: Sources.orders, id: "not-runnable",
      title: LocalizedText(english: "Find", chinese: "查询"), number: number)
    item.step("found", "web.order", status: .failed, outcome: nil, duration: nil)
    item.finding(.notRunnable, detail: "there is no key \"orderId\", the map is empty")
    return item
  }

  static var skipped: JudgedRun {
    var run = RunBuilder()
    run.judgement = .unknown
    let reasons: [SkipReason] = [
      .writesDenied(operation: "web.register"), .notOnTarget(operation: "mini.payOrder"),
      .missingReference("order.out.orderId"),
    ]
    for (number, reason) in reasons.enumerated() {
      var item = CaseBuilder(
        source: Sources.login, id: "skipped", title: LocalizedText("Skipped \(number)"),
        number: number)
      item.step("register", "web.register", status: .skipped, skip: reason)
      item.add(to: &run, .skipped, skip: reason, from: nil, until: nil, priority: nil, tags: [])
    }
    return run.run
  }

  static var interrupted: JudgedRun {
    var run = RunBuilder()
    run.judgement = .unknown
    run.wasInterrupted = true
    login(0).add(to: &run, .passed)
    earn(1).add(to: &run, .interrupted, until: 620)
    return run.run
  }

  static var strange: JudgedRun {
    var run = RunBuilder()
    run.judgement = .fail
    var item = CaseBuilder(
      source: Sources.chinese, id: "member-profile",
      title: LocalizedText(
        english: "Profile parity \u{1B}[31m<red>\u{1B}[0m & \"quotes\"",
        chinese: "会员资料两端一致：昵称、等级与收货地址在修改后保持同步"),
      number: 0)
    let names = "\"昵称：\" + out.name == \"昵称：\" + before.out.name"
    let folded = "out.addresses.all(a, a.city != \"\") && out.level == before.out.level"
    let quoted = "out.note == \"a\""
    item.step(
      "profile", "web.member", expecting: [names, folded, quoted],
      anchors: ["'\"昵称", ">-", "\"out.note"], status: .failed, duration: 8)
    item.answer("GET", "\(web)/api/member?name=%E6%9D%8E", 200, "{}\u{0}")
    item.finding(
      .expectationNotMet, expectation: 0,
      condition: Condition(
        holds: false,
        parts: [
          .of("out.name", in: names, "李\u{301}雷👍"), .of("before.out.name", in: names, "韩梅梅"),
        ],
        problem: nil))
    item.finding(
      .expectationNotMet, expectation: 1,
      condition: Condition(
        holds: false,
        parts: [
          .of("out.addresses", in: folded, [["city": "上海"], ["city": ""]]),
          .of("out.level", in: folded, "\u{1B}[31mgold\u{0}\u{FFFE}\u{202E}"),
          .without(
            "before.out.level", in: folded, problem: "there is no key \"level\", the map is empty"),
        ], problem: nil))
    item.finding(
      .expectationNotMet, expectation: 2,
      condition: Condition(
        holds: nil,
        parts: [
          .without("out.note", in: quoted, problem: "there is no key \"note\", the map is empty")
        ],
        problem: "there is no key \"note\", the map is empty"),
      detail: "bell \u{7} and <tag> ]]> end")
    item.add(to: &run, .failed, until: 9)
    return run.run
  }

  static var oneLine: JudgedRun {
    var run = RunBuilder()
    run.judgement = .fail
    var item = CaseBuilder(
      source: Sources.hello, id: "hello-linkage", title: LocalizedText("hello-linkage"), number: 0)
    let condition = "http.status == 200"
    item.step("page", "web GET /health", expecting: [condition], status: .failed)
    item.answer("GET", "\(web)/health", 503, "maintenance")
    item.finding(
      .expectationNotMet, expectation: 0,
      condition: Condition(
        holds: false, parts: [.of("http.status", in: condition, 503)], problem: nil))
    item.add(to: &run, .failed, until: 13, priority: nil, tags: [])
    return run.run
  }
}
