import LinkageCore
import Values

/// Runs of every kind, judged by hand.
enum Sample: String, CaseIterable {
  case passed, failed, undecided, skipped, interrupted, strange, groups, broken
  case inconsistent
  case oneLine = "one-line"

  var run: JudgedRun {
    switch self {
    case .passed: SampleRuns.passed
    case .failed: SampleRuns.failed
    case .undecided: SampleRuns.undecided
    case .skipped: SampleRuns.skipped
    case .interrupted: SampleRuns.interrupted
    case .strange: SampleRuns.strange
    case .groups: SampleRuns.groups
    case .broken: SampleRuns.broken
    case .inconsistent: SampleRuns.inconsistent
    case .oneLine: SampleRuns.oneLine
    }
  }
}

enum SampleRuns {
  static let member = Link(entity: "member", from: "web", to: "mini")
  static let points = Link(entity: "points", from: "mini", to: "web")
  static let order = Link(entity: "order", from: "mini", to: "web")
  static let web = "http://127.0.0.1:4701"
  static let mini = "http://127.0.0.1:4702"

  static func login(_ number: Int) -> CaseBuilder {
    var item = CaseBuilder(
      source: Sources.login, id: "web-register-mini-login",
      title: LocalizedText(
        english: "Register on the website, log in to the mini-program", chinese: "网站注册 → 小程序登录"),
      number: number)
    item.step("register", "web.register", writes: ["member"])
    item.answer("POST", "\(web)/api/members", 201, at: 40)
    let condition = "out.memberId == register.out.memberId"
    item.step(
      "login", "mini.login", expecting: [condition], sync: .since("register", over: member),
      measurement: .made(member, RunBuilder.interval(0.9, 2.1), reads: 14))
    item.answer("POST", "\(mini)/api/login", 200, at: 44)
    return item
  }

  static func earn(_ number: Int) -> CaseBuilder {
    var item = CaseBuilder(
      source: Sources.points, id: "earn-in-mini",
      title: LocalizedText(
        english: "Earn points in the mini-program, see them on the website",
        chinese: "小程序赚积分 → 网站可见"),
      number: number)
    item.step("register", "web.register", writes: ["member"])
    item.step("before", "web.member")
    item.step("earn", "mini.earnPoints", writes: ["points"])
    item.answer("POST", "\(mini)/api/points", 200, at: 100)
    return item
  }

  static func summary(
    _ link: Link, _ n: Int, censored: Int, p50: LatencyInterval, p95: LatencyInterval,
    estimates: LinkEstimates? = nil
  ) -> LinkSummary {
    LinkSummary(
      link: link, samples: n, censored: censored, immediate: 0, p50: p50, p95: p95, p99: p95,
      medianWidth: RunBuilder.ms(1.2), promised: RunBuilder.ms(1_000), late: censored,
      estimates: estimates)
  }

  static var passed: JudgedRun {
    var run = RunBuilder()
    login(0).add(to: &run, .passed)
    var second = earn(1)
    second.step(
      "balance", "web.member", sync: .since("earn", over: points),
      measurement: .made(points, RunBuilder.interval(-2, 1.4), reads: 1))
    second.answer("GET", "\(web)/api/member", 200, at: 110)
    second.add(to: &run, .passed, until: 86.4, tags: ["points"])
    run.links = [
      summary(
        member, 40, censored: 0, p50: RunBuilder.interval(0.9, 2.1),
        p95: RunBuilder.interval(410, 1_236),
        estimates: estimates(
          writes: 39, p50: (0.8, 2.4), p95: (310, nil), answer: .unknown)),
      summary(
        points, 4, censored: 0, p50: RunBuilder.interval(-2, 1.4),
        p95: RunBuilder.interval(1, 3)),
    ]
    run.checks = [
      CheckResult(checker: "monotonic-reads", judgement: .pass, observed: 40, violations: []),
      CheckResult(checker: "exactly-once", judgement: .pass, observed: 12, violations: []),
    ]
    return run.run
  }

  static var failed: JudgedRun {
    var run = RunBuilder()
    run.judgement = .fail
    // Less than how late the timers were.
    run.readSpacing = .microseconds(90)
    login(0).add(to: &run, .passed)
    mismatch(1).add(to: &run, .failed, until: 1_412)
    notSynced(2).add(to: &run, .failed, until: 10_310, priority: "P1")
    refused(3).add(to: &run, .failed, until: 31)
    run.links = [
      summary(
        member, 1, censored: 0, p50: RunBuilder.interval(0.9, 2.1),
        p95: RunBuilder.interval(0.9, 2.1)),
      summary(
        order, 24, censored: 13, p50: RunBuilder.interval(10_000, nil),
        p95: RunBuilder.interval(10_000, nil),
        estimates: estimates(
          writes: 24, p50: (30, nil), p95: (10_000, nil), answer: .fail, unseen: 0.5)),
    ]
    run.checks = [
      CheckResult(
        checker: "exactly-once", judgement: .fail, observed: 3,
        violations: [
          .init(type: .duplicated, witness: [2, 5], step: StepReference(case: 1, step: 2))
        ]),
      CheckResult(checker: "monotonic-reads", judgement: .pass, observed: 40, violations: []),
      CheckResult(checker: "freshness", judgement: .unknown, observed: 0, violations: []),
    ]
    return run.run
  }

  private static func mismatch(_ number: Int) -> CaseBuilder {
    var item = earn(number)
    let sum = "out.points == before.out.points + earn.with.amount"
    let both = "out.level == 'silver' && out.name == before.out.name"
    let measured = Measurement.made(points, RunBuilder.interval(38.2, 41.07), reads: 9, failed: 2)
    item.step(
      "balance", "web.member", expecting: [sum, both], sync: .since("earn", over: points),
      status: .failed, measurement: measured)
    item.answer("GET", "\(web)/api/member", 200, at: 10_122)
    item.finding(
      .fieldMismatch, expectation: 0,
      condition: Condition(
        holds: false,
        parts: [
          .of("out.points", in: sum, 100), .of("before.out.points", in: sum, 100),
          .of("earn.with.amount", in: sum, 50),
        ], problem: nil), measurement: measured)
    item.finding(
      .fieldMismatch, expectation: 1,
      condition: Condition(
        holds: false,
        parts: [
          .of(
            "out.level", in: both,
            "bronze-with-a-very-long-name-that-nobody-would-ever-give-a-level"),
          .of("out.name", in: both, "Li Lei"),
          .of("before.out.name", in: both, ["first": "Lei", "last": "Li"]),
        ], problem: nil), measurement: measured)
    return item
  }

  private static func notSynced(_ number: Int) -> CaseBuilder {
    var item = CaseBuilder(
      source: Sources.orders, id: "mini-order-web-lookup",
      title: LocalizedText(
        english: "Order in the mini-program, find it on the website", chinese: "小程序下单 → 网站查询"),
      number: number)
    item.step("order", "mini.placeOrder", writes: ["order"])
    item.answer("POST", "\(mini)/api/orders", 200, at: 100)
    let measured = Measurement.made(order, RunBuilder.interval(10_001, nil), reads: 96)
    item.step(
      "found", "web.order", sync: .since("order", over: order), status: .failed,
      measurement: measured)
    item.answer("GET", "\(web)/api/orders/20261121000123", 404, at: 10_121.4)
    item.finding(.notSynced, measurement: measured)
    item.step("pay", "mini.payOrder", status: .notRun, outcome: nil, duration: nil)
    return item
  }

  private static func refused(_ number: Int) -> CaseBuilder {
    var item = CaseBuilder(
      source: Sources.login, id: "register-twice",
      title: LocalizedText(english: "Register twice", chinese: "重复注册"), number: number)
    let refused = Outcome.refused(error: "phone_taken")
    item.step("register", "web.register", status: .failed, outcome: refused)
    item.answer(
      "POST", "\(web)/api/members", 409, "{ \"error\": \"phone_taken\",\n  \"field\": \"phone\" }",
      outcome: refused)
    item.finding(.refused, outcome: refused)
    item.step("again", "web.register", fails: "phone_taken", status: .failed)
    item.answer("POST", "\(web)/api/members", 201, "{}")
    item.finding(.notRefused, outcome: .ok)
    item.cleanup = [
      Finding(
        type: .unknownOutcome, step: 1, expectation: nil, condition: nil,
        outcome: .unknown(reason: nil, status: 503), measurement: nil, place: nil, detail: nil)
    ]
    return item
  }
}
