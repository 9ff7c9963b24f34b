import LinkageCore

/// All that the message of one finding says, taken from history, outline and verdict.
struct FindingFacts {
  let group: FindingGroup
  let step: Outline.Step
  /// The step's name, after those of the flows and rounds that it stands in.
  let path: String
  /// Its round, or that of the step around it.
  let round: Round?
  /// The step around it that is repeated; `nil` when it is the step itself.
  let repeated: String?
  /// The steps that use the flows which it stands in, innermost first.
  let uses: [Outline.Step]
  let run: String
  /// By their names.
  let platforms: [String: Outline.Platform]
  /// The step's last answer.
  let completion: Completion?
  /// How each of the step's reads ended, in order.
  let outcomes: [Outcome]
  /// When the step's last request was sent, in milliseconds since 1970.
  let sentWall: Int64?

  var finding: Finding { group.first }

  /// Whether the request stands in the scenario itself, not in the target.
  var isWrittenInScenario: Bool { step.operation.contains(" ") }

  /// Whether it is told as a table of the fields that differ.
  var isComparison: Bool { expectation?.field != nil }

  /// Whether the answer lacks what the contract promises, or gives it with another type.
  var isBrokenPromise: Bool { finding.expectation == nil && finding.detail != nil }

  /// `member.points`, or `points` of an entity that nobody names.
  var comparedField: String {
    let field = expectation?.field ?? ""
    return entity.map { "\($0).\(field)" } ?? field
  }

  /// How many fields a comparison compares.
  var comparedFields: Int { step.expectations.count { $0.field != nil } }

  /// The names of a comparison's reads.
  var reads: [String] { step.comparedReads ?? [] }

  /// How long a step that `stays` held; `nil` where it never did.
  var held: LatencyInterval? {
    guard let lower = finding.held, let upper = finding.goneBy else { return nil }
    return LatencyInterval(lower: lower, upper: upper, point: nil)
  }

  /// Why there is no answer.
  var failure: TransportFailure? {
    switch outcome {
    case .unknown(let reason, _)?: reason
    case .unreachable(let reason)?: reason
    case .ok?, .refused?, .unexpected?, nil: nil
    }
  }

  /// The proxy that wants a password before it passes a request on: its address, and who names it
  /// where that is the target.
  var askingProxy: (proxy: FailureCause.Proxy?, address: String)? {
    guard let exchange, exchange.status == 407, let remote = exchange.wire?.remote else {
      return nil
    }
    let proxy = platforms[exchange.platform]?.connection?.proxy
    if proxy == "" { return nil }
    return (
      proxy.map { .init(address: URLAuthority.withoutUser($0), variable: nil) }, remote
    )
  }

  /// Whether the first read got an answer that says something.
  var isFirstReadAnswered: Bool { outcomes.first?.isAnswer ?? true }

  /// The error with which every read that was answered was refused.
  var onlyRefusal: String? {
    guard case .refused(let error)? = outcomes.first(where: \.isAnswer),
      outcomes.allSatisfy({ !$0.isAnswer || $0 == .refused(error: error) })
    else { return nil }
    return error
  }

  /// The error of a wait in which nothing else was ever answered.
  var onlyRefusalOfWait: String? {
    finding.type == .notSynced && stoppedBy == nil ? onlyRefusal : nil
  }

  /// Whether the operation was refused as to somebody who is not logged in.
  var lacksLogIn: Bool {
    guard case .refused(let error)? = outcome, onlyRefusal != nil else { return false }
    return exchange?.status == 401 || LogInError.isMeant(by: error)
  }

  /// Why the form of a page was not sent.
  var unsentForm: UnsentForm? { finding.detail.flatMap(UnsentForm.init) }

  /// The entity that is compared.
  var entity: String? { step.comparedEntity }

  var expectation: Outline.Expectation? {
    finding.expectation.flatMap {
      step.expectations.indices.contains($0) ? step.expectations[$0] : nil
    }
  }

  /// Where the message points to.
  var place: Place { finding.place ?? expectation?.place ?? step.place }

  var measurement: Measurement? { finding.measurement }
  var link: Link? { measurement?.link ?? step.sync?.link }
  var within: Nanoseconds? { measurement?.within ?? step.sync?.within }
  var slo: Nanoseconds? { measurement?.slo ?? step.sync?.slo ?? step.sync?.promised }
  /// More in English, without what the headline says.
  var detail: String? { unsentForm?.why ?? finding.detail }

  /// The condition of `stop_if` that ended the wait.
  var stoppedBy: String? { finding.stoppedBy }
  var outcome: Outcome? { finding.outcome ?? completion?.outcome }

  /// The last one; of a comparison's the one that ended as the finding says.
  var exchange: Exchange? {
    let exchanges = completion?.exchanges ?? []
    guard step.comparedReads != nil, let outcome else { return exchanges.last }
    return exchanges.first { $0.ended(as: outcome) } ?? exchanges.last
  }

  /// Where what the finding is about was sent.
  var platform: String {
    step.comparedReads == nil ? step.platform : exchange?.platform ?? step.platform
  }

  /// That platform's address.
  var base: String? { platforms[platform]?.base }

  /// Whether answers that a cache gave may be why the change was not seen in time, or not any more.
  var isCacheSuspected: Bool {
    guard let measurement, measurement.age != nil, stoppedBy == nil, !lacksLogIn else {
      return false
    }
    switch finding.type {
    case .notSynced, .slow, .flickered: return true
    case .fieldMismatch: return !measurement.hasArrived
    default: return false
    }
  }

  /// How long after the acknowledgement the change was certainly not visible yet: until the last read
  /// was sent that answered without it. Zero where none did.
  var watched: Nanoseconds? {
    guard let measurement, !measurement.hasArrived else { return nil }
    return max(.zero, measurement.latency.lower)
  }

  /// `web.member = GET http://…`; for a request written in the scenario, and for a comparison, only
  /// the requests.
  var requests: [String] {
    let exchanges = reads.isEmpty ? completion?.exchanges.suffix(1) : completion?.exchanges[...]
    let sent = (exchanges ?? []).map { "\($0.method) \($0.url)" }
    return isWrittenInScenario || !reads.isEmpty
      ? sent : sent.map { "\(step.operation) = \($0)" }
  }

  /// `409  {"error":"phone_taken"}`; the outcome alone where no answer with it was kept.
  func answer(_ words: any OutcomeWords) -> String? {
    guard let exchange, finding.outcome == nil || completion?.outcome == finding.outcome else {
      return finding.outcome.map(words.outcome)
    }
    if let failure = exchange.failure { return words.failure(failure) }
    let text = exchange.answer.map(Self.oneLine) ?? ""
    let body = text.isEmpty ? "" : "  " + text
    return exchange.status.map { Columns.cut("\($0)\(exchange.location)\(body)", to: 160) }
  }

  private static func oneLine(_ text: String) -> String {
    let start = text.prefix(1_000)
    return start.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Outcome {
  /// Whether it says if the operation happened.
  fileprivate var isAnswer: Bool {
    switch self {
    case .ok, .refused: true
    case .unknown, .unexpected, .unreachable: false
    }
  }
}

extension Exchange {
  /// `  Location: /login` of an answer that sends elsewhere.
  fileprivate var location: String {
    guard let status, (300..<400).contains(status),
      let field = answerHeaders.first(where: { $0.name == "location" })
    else { return "" }
    return "  Location: \(VisibleText.line(field.value))"
  }

  /// Whether this may be why an operation ended so.
  fileprivate func ended(as outcome: Outcome) -> Bool {
    switch outcome {
    case .ok, .refused: false
    case .unreachable(let reason), .unknown(let reason?, _): failure?.kind == reason.kind
    case .unknown(nil, let status): status != nil && self.status == status
    case .unexpected(let status, _): self.status == status
    }
  }
}
