import CEL
import LinkageCore
import LinkageReport

/// One problem of every kind, and files with problems in awkward places.
enum Problems {
  static let steps = ["register", "login", "balance"]

  static let all: [Problem] = files + spelling + keys + names + references

  private static let spelling: [Problem] = [
    .notUTF8(path: "a.yaml", offset: 12, guess: .gbk),
    .notUTF8(path: "a.yaml", offset: 12, guess: nil),
    .strangeFile(beginning: "scenaro: x", nearest: "scenario"),
    .strangeFile(beginning: nil, nearest: nil),
    .otherKind(path: "flows/login.yaml", found: "scenario", expected: "flow"),
    .fullWidth(found: "：", plain: ":"),
    .fullWidth(found: "，", plain: ","),
    .fullWidth(found: "\u{3000}", plain: " "),
    .commentedOut(text: "#register"),
    .referenceAsText(text: "row.amount"),
    .invalidLabel(name: "register login", isScenario: true),
    .invalidLabel(name: "2 paid", isScenario: false),
  ].map { (problem: SpellingProblem) in .spelling(problem) }

  private static let files: [Problem] = [
    .missingFile(path: "scenarios/memebrs"),
    .unreadableFile(path: "secret.yaml", reason: "permission denied"),
    .emptyFolder(path: "scenarios"),
    .invalidYAML(detail: "did not find expected ',' or '}'"),
    .notAMapping(found: "list", file: "a.yaml"),
    .unknownKind(found: ["steps", "title"], expected: ["scenario", "target", "contract"]),
  ]

  private static let keys: [Problem] = [
    .unknownKey(key: "sinse", owner: "sync", nearest: "since", known: ["since", "within"]),
    .unknownKey(key: "colour", owner: "sync", nearest: nil, known: ["since", "until", "within"]),
    .missingKey(key: "steps", owner: "scenario"),
    .duplicateKey(key: "expect"),
    .wrongType(owner: "tags", found: "string", expected: "list"),
    .invalidValue(owner: "within", found: "10 sec", expected: "300ms, 1.5s, 2m, 168h"),
    .invalidValue(owner: "soft", found: "perhaps", expected: "true | false"),
    .invalidName(name: "in", reserved: true),
    .invalidName(name: "my step", reserved: false),
    .invalidExpression(
      text: "out.a ==",
      message: Message(.unexpectedEnd, [.message(Message(.expectedExpression, []))])),
    .unclosedTemplate(text: "${out.a"),
    .impossible(
      text: "out.points == '5'",
      message: Message(.neverEqual, [.text("=="), .text("int"), .text("string")])),
    .impossible(
      text: "out.points.x", message: Message(.noField, [.text("x"), .text("int")])),
    .uncalledFunction(name: "fake.phone", call: "fake.phone()"),
    .uncalledFunction(name: "money", call: "money(…)"),
    .templateInExpression(text: "${out.ok}", suggestion: "out.ok"),
    .misplacedKey(key: "since", owner: "step", home: "sync"),
    .misplacedKey(key: "expect", owner: "sync", home: "step"),
    .misplacedKey(key: "inputs", owner: "scenario", home: "flow"),
    .misplacedKey(key: "tags", owner: "flow", home: "scenario"),
    .conflictingKeys(first: "sync", second: "stays"),
    .tooManyRows(limit: 1000),
    .tooManySteps(limit: 20_000),
    .quoteExpression(text: "!has(out.x)", why: "!"),
    .quoteExpression(text: "out.x == \"a\"", why: "\""),
    .unknownFunction(name: "fake.fone", nearest: "fake.phone"),
  ]

  private static let names: [Problem] = [
    .undeclared(name: "outt", nearest: "out", known: ["out", "http"]),
    .target(.unusedLet(name: "code")),
    .target(.missingOutput(name: "points", operation: "mini.login")),
    .target(.probeOnWrite(operation: "web.register")),
    .target(.convertedTwice(output: "amount")),
    .mocksDoNotFit(targets: ["prod", "staging"]),
    .mocksDoNotFit(targets: []),
    .target(.noCertificate(path: "certs/staging.pem")),
    .target(.sessionOfOthers(name: "token", platform: "web", others: ["mini"])),
    .target(.noCertificate(path: "certs/client.p12")),
    .target(.noPrivateKey(path: "certs/client.pem", isOwnFile: false)),
    .target(.noPrivateKey(path: "certs/client.key", isOwnFile: true)),
    .target(.noPrivateKey(path: "certs/client.PFX", isOwnFile: true)),
    .target(.encryptedKey(path: "certs/client.key")),
    .target(.plainKey(path: "certs/client.key")),
    .target(.needsTLS(key: "tls.min", base: "http://shop.example.com")),
    .target(
      .unknownHost(
        name: "shop.exmaple.com", nearest: "shop.example.com", known: ["shop.example.com"])),
    .target(
      .unknownHost(name: "cdn.test", nearest: nil, known: ["a.example.com", "b.example.com"])),
    .target(.unsupportedProxy(scheme: "socks5")),
    .target(.unencodedPassword(proxy: "http://…@proxy.example.com:3128")),
    .target(
      .beyondTimeout(key: "idle", length: .seconds(20), timeout: Nanoseconds(1_500_000_000))),
    .invalidValue(owner: "answer", found: "4M", expected: "512KB, 4MB, 1MiB"),
    .invalidValue(owner: "answer", found: "2GB", expected: "1KB … 1GB"),
    .invalidValue(owner: "resolve", found: "10.0.0.1:80", expected: "10.0.0.7, ::1, host"),
    .invalidValue(owner: "resolve", found: "a:0", expected: "host | host:port"),
    .invalidValue(
      owner: "proxy", found: "proxy:3128", expected: "http://host:port | none | environment"),
    .invalidValue(owner: "proxy", found: "http://proxy", expected: "http://host:port"),
    .invalidValue(
      owner: "except", found: "*.example.com",
      expected: "localhost, .example.com, 10.0.0.0/8, *"),
    .syncSinceRead(steps: ["page"], operations: ["web.page"]),
    .syncSinceRead(steps: ["page", "again"], operations: ["web.page"]),
    .contract(.misspeltStatus(name: "piad", nearest: "paid")),
    .contract(.unreachableStatus(name: "shipped", field: "status")),
    .contract(.flowOfType(field: "version", type: .int)),
    .contract(.monotonicOfType(field: "status", type: .string)),
    .contract(
      .unknownKeyField(
        name: "ordrId", entity: "order", nearest: "orderId", known: ["orderId", "status"])),
    .contract(
      .unknownKeyField(name: "id", entity: "order", nearest: nil, known: ["orderId", "status"])),
    .contract(
      .differentType(
        field: "points", operation: "web.earn", type: .string, entity: "member", expected: .int)),
    .contract(
      .unknownName(
        name: "amuont", owner: "web.earn", nearest: "amount", known: ["amount", "reason"])),
    .contract(
      .unknownName(name: "sum", owner: "web.earn", nearest: nil, known: ["amount", "reason"])),
    .contract(
      .wrongFieldType(
        field: "reason", key: "adds", type: .string, expected: [.int, .number, .money])),
    .contract(.effectWithoutWrite(key: "spends", entity: "coupon", operation: "web.order")),
    .contract(.nothingToCount(entity: "member", key: "adds")),
    .unknownOperation(name: "mini.logn", nearest: "mini.login", known: ["mini.login"]),
    .operationNotInContract(name: "mini.dance", nearest: nil),
    .unknownPlatform(name: "app", nearest: nil, known: ["web", "mini"]),
    .unknownActor(name: "alcie", nearest: "alice", known: ["alice"]),
    .unknownStep(name: "pay", nearest: nil, known: steps),
    .unknownScenario(name: "share-reward", nearest: "share-rewards", known: ["share-rewards"]),
    .unknownInput(name: "fone", operation: "web.register", nearest: "phone", known: ["phone"]),
    .unknownOutput(name: "memberID", operation: "web.register", nearest: "memberId", known: []),
    .unknownErrorName(
      name: "taken", operation: "web.register", nearest: nil,
      known: ["phone_taken", "invalid_phone"]),
    .unknownEntity(name: "point", nearest: "points", known: ["points"]),
  ]

  private static let references: [Problem] = [
    .stepHasNotRun(name: "login"),
    .duplicateStep(name: "login", firstLine: 9),
    .duplicateScenario(
      id: "hello", first: Place(path: "a.yaml", line: 1, column: 1, length: 1)),
    .missingInput(name: "password", operation: "web.register", actor: "alice"),
    .missingInput(name: "password", operation: "web.register", actor: nil),
    .unusedActor(name: "bob"),
    .syncOnWrite(operation: "web.register"),
    .syncSharesNoEntity(operation: "web.order", since: ["register", "login"]),
    .syncSharesNoEntity(operation: "web.order", since: ["login"]),
    .syncAmbiguous(entities: ["member", "points"]),
    .missingTarget(operation: "web.register"),
    .missingVariable(name: "WEB_URL", kind: "env"),
    .missingVariable(name: "CLERK", kind: "secret"),
    .notOnTarget(operation: "mini.order", target: "staging"),
    .writesDenied(operation: "web.register", target: "production"),
    .duplicateName(name: "alice", firstLine: 3),
    .duplicateQuarantine(scenario: "parity", firstLine: 3),
    .runsTogether(name: "pay"),
    .nestedTogether,
    .groupHasNoValue(step: "both"),
    .beyondDeadline(
      slo: .seconds(20), within: .seconds(10),
      place: Place(path: "a.yaml", line: 7, column: 30, length: 3)),
    .beyondDeadline(slo: .seconds(20), within: .seconds(10), place: nil),
    .unusedInput(name: "note"),
    .flowCircle(way: ["flows/a.yaml", "flows/b.yaml"]),
    .flowsTooDeep(limit: 8),
    .needsSync(key: "until"),
    .nothingAwaited(key: "sync"),
    .nothingAwaited(key: "stays"),
    .staysOnWrite(operation: "web.register"),
    .parityOnWrite(operation: "web.register"),
    .nothingToCompare(operations: ["web.member", "mini.points"]),
    .noOutput(step: "taken"),
    .neverRuns,
  ]

  static let placed: Diagnostics = {
    let first = SourceFile(
      path: "scenarios/会员.yaml",
      text:
        "scenario: 会员\r\ntitle: { en: \"A\", zh: \"会员👍e\u{301}资料\" } # 注释\r\n\tsync: { sinse: login }\r\n"
    )
    let long = String(repeating: "web.register_", count: 20)
    let second = SourceFile(
      path: "b.yaml", text: "a: 1\nexpect: [ \(long) == wrong ]\nend: \u{1B}[31m")
    let at = { (path: String, line: Int, column: Int, length: Int) in
      Place(path: path, line: line, column: column, length: length)
    }
    return Diagnostics(
      problems: [
        .init(
          problem: .undeclared(name: "wrong", nearest: nil, known: ["out", "http"]),
          place: at("b.yaml", 2, 12 + long.count + 3, 5)),
        .init(problem: .invalidYAML(detail: "control character"), place: at("b.yaml", 3, 6, 99)),
        .init(problem: .missingKey(key: "scenario", owner: "file"), place: at("b.yaml", 9, 1, 1)),
        .init(
          problem: .unknownKey(key: "sinse", owner: "sync", nearest: "since", known: []),
          place: at(first.path, 3, 10, 5)),
        .init(
          problem: .invalidValue(owner: "title.zh", found: "会员", expected: "string"),
          place: at(first.path, 2, 23, 7)),
        .init(problem: .missingFile(path: "flows/joni.yaml"), place: at("b.yaml", 1, 4, 1)),
        .init(problem: .emptyFolder(path: "empty"), place: nil),
      ], sources: [first, second])
  }()

  private static func failure(_ kind: TransportFailure.Kind) -> TransportFailure {
    TransportFailure(kind: kind, wasSent: false, detail: "words of curl")
  }

  static let complaints: [Complaint] = unreachable + others

  private static let unreachable: [Complaint] =
    [TransportFailure.Kind.refused, .nameNotResolved, .tls, .badURL, .timeout].map {
      Complaint.targetUnreachable(
        platform: "mini", url: "http://127.0.0.1:4702", failure: failure($0),
        place: $0 == .tls ? nil : Place(path: "hello.yaml", line: 4, column: 3, length: 4))
    } + [
      .targetUnreachable(platform: "web", url: "http://127.0.0.1:1", failure: failure(.refused))
    ]
    + causes.map { kind, cause in
      var failure = failure(kind)
      failure.cause = cause
      return .targetUnreachable(platform: "web", url: "https://shop.example", failure: failure)
    }

  /// What may stand behind a failure before anything is sent, and after.
  static let causes: [(TransportFailure.Kind, FailureCause)] =
    [
      FailureCause.Proxy(address: "http://127.0.0.1:3128", variable: "http_proxy"),
      .init(address: "http://proxy.example:3128", variable: nil),
    ].flatMap { proxy in
      [
        (.refused, .proxyUnreachable(proxy)), (.nameNotResolved, .proxyUnreachable(proxy)),
        (.timeout, .proxyUnreachable(proxy)), (.nameNotResolved, .proxyInvalid(proxy)),
        (.refused, .tunnelRefused(proxy, status: 407)),
        (.refused, .tunnelRefused(proxy, status: 403)),
      ]
    } + [
      (.tls, .certificateWanted), (.lost, .certificateRefused), (.tls, .certificateUnusable),
      (.tls, .tlsVersion), (.malformed, .packing), (.tooLarge, .answerSize), (.timeout, .idle),
      (.refused, .noHTTP2),
    ]

  private static let others: [Complaint] = [
    .accountRefused(name: "clerk", detail: "wrong password"),
    .portInUse(server: "web", port: 4701, owner: "nginx (pid 812)"),
    .portInUse(server: "web", port: 4701, owner: nil),
    .mockNotStarted(server: "wechat", reason: "permission denied"),
    .reportNotWritten(path: "results/junit.xml", reason: "no space left on device"),
    .storeProblem(detail: "database is locked"),
    .storeDamaged(path: "results/linkage.sqlite", reason: "file is not a database"),
    .storeTooNew(path: "results/linkage.sqlite"),
    .noSuchRun(name: "20261121-0315", nearest: "20261121-031544-k7f3", recent: []),
    .noSuchRun(name: "x", nearest: nil, recent: ["20261121-031544-k7f3", "20261120-101010-a1b2"]),
    .noSuchRun(name: "last", nearest: nil, recent: []),
    .ambiguousRun(name: "2026", candidates: ["20261121-031544-k7f3", "20261120-101010-a1b2"]),
    .nothingSelected,
    .noScenario(kinds: ["contract", "target"]),
    .noScenario(kinds: ["flow"]),
    .noScenario(kinds: ["gate"]),
    .faultsNeedMocks(option: "--link-down", target: "staging"),
    .unknownTarget(name: "mok", nearest: "mock", known: ["mock"]),
    .unknownTarget(name: "staging", nearest: nil, known: ["mock"]),
    .bug(detail: "an event of no case"),
    .selectedNothing(.tags(["smok"], nearest: "smoke", known: ["smoke"])),
    .selectedNothing(.tags(["a", "!b"], nearest: nil, known: ["member", "smoke"])),
    .selectedNothing(.priorities(["P7", "P8"], known: ["P0"])),
    .selectedNothing(.pattern("logn", nearest: "login", known: ["login"])),
    .selectedNothing(.pattern("x", nearest: nil, known: ["login", "order"])),
    .selectedNothing(.gone(["login", "order"], run: "20261121-031544-k7f3")),
    .selectedNothing(.load(1)), .selectedNothing(.load(2)), .selectedNothing(.combined(9)),
    .nothingFailed(run: "20261121-031544-k7f3"),
    .nothingPromised, .noSuchLine(path: "s.yaml", line: 99, lines: 20),
    .unknownSchema(name: "scenarios", nearest: "scenario", known: ["scenario"]),
    .unknownSchema(name: "x", nearest: nil, known: ["scenario", "target"]),
    .fileNotWritten(path: "a/b.json", reason: "no space left on device"),
  ]
}
