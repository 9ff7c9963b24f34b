import LinkageCore

/// The scenarios of a run as test cases.
struct JUnitScenarios {
  let index: RunIndex
  let language: Language
  let hint: InspectionHint

  var cases: [JUnitCase] {
    let names = JUnitNames.unique(index.outline.cases.map(\.name))
    return zip(index.outline.cases, index.run.verdict.cases).enumerated().map { number, pair in
      JUnitCase(
        classname: JUnitNames.classname(pair.0.place.path), name: names[number],
        time: time(pair.1), properties: properties(pair.0, pair.1),
        result: covered(pair.0, pair.1, number), log: capped(log.text(of: number)))
    }
  }

  static let longestText = 1_000_000

  private var log: StepLog { StepLog(index: index, language: language) }
  private var words: any JUnitWords { language.junitWords }

  private func time(_ verdict: CaseVerdict) -> Nanoseconds {
    guard let started = verdict.started, let ended = verdict.ended else { return .zero }
    return ended - started
  }

  private func properties(_ outline: Outline.Case, _ verdict: CaseVerdict)
    -> [JUnitCase.Property]
  {
    var platforms: [String] = []
    let known = index.outline.platforms.map(\.name)
    for step in outline.steps where !step.isGroup {
      let named = [step.platform] + (step.comparedReads ?? []).filter(known.contains)
      for name in named where !platforms.contains(name) { platforms.append(name) }
    }
    let fixed: [(String, String?)] = [
      ("scenario", outline.id == outline.name ? nil : outline.id), ("row", outline.row),
      ("sample", outline.sample.map(String.init)), ("title.en", outline.title.english),
      ("title.zh", outline.title.chinese),
      ("priority", outline.priority), ("tags", list(outline.tags)), ("platforms", list(platforms)),
    ]
    let measured = MeasuredStep.all(outline, verdict).map { step -> (String, String?) in
      ("latency.\(step.name)", "\(step.worst.link.text) \(step.latency(language))")
    }
    return (fixed + measured).compactMap { name, value in
      value.map { JUnitCase.Property(name: name, value: $0) }
    }
  }

  private func list(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private func result(_ verdict: CaseVerdict, _ number: Int) -> JUnitCase.Result {
    switch verdict.status {
    case .passed: return .passed
    case .skipped:
      return .skipped(
        message: verdict.skip.map(language.outcomeWords.skip) ?? words.nothingObserved)
    case .interrupted:
      return .error(type: "Interrupted", message: words.interrupted, text: words.interrupted)
    case .failed:
      let (type, message, text) = told(verdict, number, isError: false)
      return .failure(type: type, message: message, text: text)
    case .errored:
      let (type, message, text) = told(verdict, number, isError: true)
      return .error(type: type, message: message, text: text)
    }
  }

  /// A failure that the gate's quarantine takes out stops no build, and is still told.
  private func covered(
    _ outline: Outline.Case, _ verdict: CaseVerdict, _ number: Int
  ) -> JUnitCase.Result {
    guard let entry = index.run.gate?.cover(of: outline.id),
      [.failed, .errored].contains(verdict.status)
    else { return result(verdict, number) }
    let (_, message, _) = told(verdict, number, isError: verdict.status == .errored)
    return .skipped(message: language.gateWords.quarantined(entry) + ": " + message)
  }

  /// The message of the finding that decided it, then all findings in full.
  private func told(_ verdict: CaseVerdict, _ number: Int, isError: Bool)
    -> (type: String, message: String, text: String)
  {
    let findings = verdict.findings
    guard let first = findings.first(where: { $0.type.isError == isError }) ?? findings.first else {
      let type = isError ? FailureType.unknownOutcome : .expectationNotMet
      return (type.rawValue, words.noFinding, words.noFinding)
    }
    let printer = FindingPrinter(
      index: index, language: language, style: .plain, hint: hint)
    let deciding = findings.filter { $0.type.isError == first.type.isError }
    let message = printer.shorts(deciding, in: number).first ?? words.noFinding
    let all = printer.messages(findings, in: number, withCommand: true)
    let text = ([message] + all).joined(separator: "\n\n")
    return (first.type.rawValue, message, capped(text))
  }

  private func capped(_ text: String) -> String {
    let count = text.utf8.count
    guard count > Self.longestText else { return text }
    let start = String(Substring(text.utf8.prefix(Self.longestText)))
    return start + "\n" + words.leftOut(bytes: count - start.utf8.count)
  }
}
