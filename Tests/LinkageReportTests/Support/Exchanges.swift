import LinkageCore
import Values

/// Steps with everything that an exchange may hold.
enum Exchanges {
  static var run: JudgedRun {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.login, id: "exchanged", title: LocalizedText("Exchanged"), number: 0)
    item.events.append(Event(at: RunBuilder.at(10), kind: .caseStarted(case: 0)))
    order(&item)
    read(&item)
    lost(&item)
    item.step("never", "web.never", status: .skipped, skip: .notOnTarget(operation: "web.never"))
    item.add(to: &run, .failed)
    var judged = run.run
    judged.history.header.secretNames = ["0a1b2c3d": "KEY", "0000aaaa": "PROXY"]
    judged.history.outline.platforms[0].keepsCookies = true
    judged.history.outline.platforms[1].connection = mini
    return judged
  }

  /// Three waits that share their only read.
  static var shared: JudgedRun {
    var run = RunBuilder()
    var item = CaseBuilder(
      source: Sources.login, id: "exchanged", title: LocalizedText("Exchanged"), number: 0)
    let exchange = Exchange(
      platform: "web", method: "GET", url: "\(SampleRuns.web)/member", headers: [], body: nil,
      status: 200, answerHeaders: [], answer: "{}", failure: nil, sent: RunBuilder.at(20),
      received: RunBuilder.at(25), phases: .zero, facts: RequestFacts(timeout: .seconds(10)))
    let sender = ReadReference(step: StepReference(case: 0, step: 0), read: 0)
    item.step("order", "web.member")
    complete(&item, [exchange], .ok, read: 0)
    for name in ["points", "status"] {
      item.step(name, "web.member")
      complete(&item, [exchange], .ok, read: 0, shared: sender)
    }
    item.add(to: &run, .passed)
    return run.run
  }

  private static var mini: ConnectionOutline {
    var settings = Connection.Settings()
    settings.version = .http2
    settings.authority = "certs/our ca.pem"
    settings.certificate = .init(file: "a:b.pem", key: "b.key", password: "never shown")
    settings.leastTLS = .v13
    settings.pins = [
      .init(host: "mini.example", address: "::1", port: 8443),
      .init(host: "other.example", address: "10.0.0.7", port: nil),
    ]
    settings.proxy = .at("http://us:p%40@proxy:3128", except: "a.example,b.example")
    settings.isCompressed = false
    settings.connectTimeout = .milliseconds(1_500)
    return ConnectionOutline(settings) { $0 == "p%40" ? "0000aaaa" : "0a1b2c3d" }
  }

  private static func order(_ item: inout CaseBuilder) {
    let condition = "out.amount == 200"
    item.step("order", "web.order", expecting: [condition, "out.id != ''"], status: .failed)
    let body = #"{"key":"‹secret 0a1b2c3d›","pin":"‹secret 99887766›","items":[1,2]}"#
    let exchange = Exchange(
      platform: "web", method: "PUT", url: "\(SampleRuns.web)/orders/‹secret 0a1b2c3d›?x=[1]",
      headers: [
        HeaderField(name: "Authorization", value: "Basic ‹secret 55443322›"),
        HeaderField(name: "X-None", value: ""),
        HeaderField(name: "Content-Type", value: "application/json"),
      ],
      body: body, status: 201,
      answerHeaders: [
        HeaderField(name: "content-type", value: "application/json"),
        HeaderField(name: "set-cookie", value: "‹secret›"),
      ],
      answer: #"{"id":"o-1","amount":100,"note":"\u001b[31m红"}"#, failure: nil,
      sent: RunBuilder.at(20.5), received: RunBuilder.at(25),
      phases: Phases(
        name: 120, connect: 310, tls: 1_900, firstByte: 4_200, total: 4_400, reused: false),
      wire: Wire(sentBytes: 412, receivedBytes: 290, version: "2", remote: "127.0.0.1:4701"),
      facts: RequestFacts(
        timeout: .milliseconds(2_500), follow: 3, cookie: "sid=‹secret›; lang=‹secret 0a1b2c3d›",
        basic: "shop:‹secret 0a1b2c3d›",
        spellings: [.percent, .plain, .plain, .plain, .json, .plain]))
    let parts = [Condition.Part.of("out.amount", in: condition, 100)]
    complete(
      &item, [exchange], .ok, .map(["id": "o-1", "amount": 100]),
      [
        Condition(holds: false, parts: parts, problem: nil),
        Condition(holds: nil, parts: [], problem: "out.id: no such key"),
      ])
    item.finding(
      .expectationNotMet, expectation: 0,
      condition: Condition(holds: false, parts: parts, problem: nil))
  }

  private static func read(_ item: inout CaseBuilder) {
    item.step(
      "login", "mini.login", sync: .since("order", over: SampleRuns.member),
      measurement: .made(SampleRuns.member, RunBuilder.interval(0.9, 2.1), reads: 2))
    for number in 0..<2 {
      let exchange = Exchange(
        platform: "mini", method: "HEAD", url: "\(SampleRuns.mini)/seen/\(number)", headers: [],
        body: nil, status: 404 - number * 200, answerHeaders: [], answer: "", failure: nil,
        sent: RunBuilder.at(40), received: RunBuilder.at(41),
        phases: Phases(
          name: 0, connect: 0, tls: 0, firstByte: 900, total: 1_000, reused: true),
        wire: Wire(sentBytes: 80, receivedBytes: 95, version: "1.1", remote: "[::1]:443"),
        facts: RequestFacts(timeout: .seconds(10)))
      complete(&item, [exchange], number == 0 ? .refused(error: "not_yet") : .ok, read: number)
    }
  }

  private static func lost(_ item: inout CaseBuilder) {
    item.step("upload", "web.upload", status: .failed, outcome: .unknown(reason: nil, status: nil))
    let failure = TransportFailure(kind: .lost, wasSent: true, detail: "Recv failure")
    func exchange(_ body: String, _ facts: RequestFacts?) -> Exchange {
      Exchange(
        platform: "web", method: "POST", url: "\(SampleRuns.web)/upload", headers: [],
        body: body, status: nil, answerHeaders: [], answer: nil, failure: failure,
        sent: RunBuilder.at(60), received: RunBuilder.at(61), phases: .zero, facts: facts)
    }
    complete(
      &item,
      [
        exchange("PNG\u{FFFD}", RequestFacts(timeout: .seconds(10), binaryBody: 812)),
        exchange("long… (70000 bytes)", RequestFacts(timeout: .seconds(10), cutBody: 70_000)),
        exchange("a='b'\r\n", RequestFacts(timeout: .seconds(10))), exchange("old", nil),
      ], .unknown(reason: failure, status: nil))
    item.finding(.unknownOutcome, outcome: .unknown(reason: failure, status: nil))
  }

  private static func complete(
    _ item: inout CaseBuilder, _ exchanges: [Exchange], _ outcome: Outcome, _ output: Value = .null,
    _ conditions: [Condition] = [], read: Int? = nil, shared: ReadReference? = nil
  ) {
    let reference = StepReference(case: 0, step: item.steps.count - 1)
    item.events.append(
      Event(
        at: exchanges[0].received,
        kind: .completed(
          Completion(
            step: reference, read: read, outcome: outcome, output: output, exchanges: exchanges,
            conditions: conditions, shared: shared))))
  }
}
