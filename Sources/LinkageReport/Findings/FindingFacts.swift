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
  /// Each platform's address.
  let bases: [String: String]
  /// The step's last answer.
  let completion: Completion?
  /// When the step's last request was sent, in milliseconds since 1970.
  let sentWall: Int64?

  var finding: Finding { group.first }

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
  var base: String? { bases[platform] }

  /// How long after the acknowledgement the last answer still did not show the change.
  var watched: Nanoseconds? {
    guard let measurement, !measurement.hasArrived else { return nil }
    let last = completion?.received.map { $0 - measurement.acknowledged } ?? .zero
    return max(last, measurement.latency.lower)
  }

  /// `web.member = GET http://…`; for a request written in the scenario, and for a comparison, only
  /// the requests.
  var requests: [String] {
    let exchanges = reads.isEmpty ? completion?.exchanges.suffix(1) : completion?.exchanges[...]
    let sent = (exchanges ?? []).map { "\($0.method) \($0.url)" }
    return step.operation.contains(" ") || !reads.isEmpty
      ? sent : sent.map { "\(step.operation) = \($0)" }
  }

  /// `409  {"error":"phone_taken"}`; the outcome alone where no answer with it was kept.
  func answer(_ words: any OutcomeWords) -> String? {
    guard let exchange, finding.outcome == nil || completion?.outcome == finding.outcome else {
      return finding.outcome.map(words.outcome)
    }
    if let failure = exchange.failure { return words.failure(failure) }
    let body = exchange.answer.map { "  " + Self.oneLine($0) } ?? ""
    return exchange.status.map { Columns.cut("\($0)\(body)", to: 160) }
  }

  private static func oneLine(_ text: String) -> String {
    let start = text.prefix(1_000)
    return start.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Exchange {
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
