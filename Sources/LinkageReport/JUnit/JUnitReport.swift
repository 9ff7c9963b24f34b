package import LinkageCore

/// JUnit XML, one `testcase` a scenario, and small suites for links and consistency checks.
package struct JUnitReport: SplittingReportWriter {
  package enum Flavor: Sendable {
    /// Everything that the readers in use understand.
    case rich
    /// Valid for both the Jenkins junit-10 and the windyroad schema.
    case strict
  }

  /// What one file may hold at most; GitLab refuses larger ones.
  package struct Limits: Sendable {
    package var bytes: Int
    package var cases: Int

    package init(bytes: Int = 25_000_000, cases: Int = 5_000) {
      self.bytes = bytes
      self.cases = cases
    }
  }

  package let fileName: String
  private let flavor: Flavor
  private let limits: Limits
  private let results: String

  /// - Parameter results: the folder of the runs, for the commands that it names.
  package init(
    flavor: Flavor = .rich, fileName: String = "junit.xml", limits: Limits = Limits(),
    results: String = "results"
  ) {
    self.results = results
    self.flavor = flavor
    self.fileName = fileName
    self.limits = limits
  }

  /// The first file; a run within the limits has no other.
  package func write(_ run: JudgedRun, language: Language) throws -> [UInt8] {
    files(run, language: language).first?.bytes ?? []
  }

  /// `junit.xml`, then `junit-2.xml` and so on where one would be too large.
  package func files(_ run: JudgedRun, language: Language) -> [ReportFile] {
    let index = RunIndex(run)
    let writer = JUnitWriter(
      flavor: flavor, timestamp: UTCText.second(run.history.header.startedWall),
      hostname: hostname(run))
    let extra = JUnitFindings(run: run, language: language)
    let more = [
      JUnitSuite(name: "linkage.links", cases: extra.links),
      JUnitSuite(name: "linkage.consistency", cases: extra.checks),
    ].filter { !$0.cases.isEmpty }
    let groups = groups(
      of: JUnitScenarios(
        index: index, language: language,
        hint: InspectionHint(run.history.header, results: results)
      ).cases, more, writer)
    return groups.enumerated().map { number, cases in
      let scenarios = JUnitSuite(
        name: "linkage.scenarios", properties: properties(run), cases: cases)
      let bytes = writer.document([scenarios] + (number == 0 ? more : []))
      return ReportFile(name: name(number), bytes: bytes)
    }
  }

  /// What stands around the cases: declaration, suites, properties.
  private static let frame = 16_384

  private func groups(of cases: [JUnitCase], _ more: [JUnitSuite], _ writer: JUnitWriter)
    -> [[JUnitCase]]
  {
    let others = more.flatMap(\.cases)
    var groups: [[JUnitCase]] = [[]]
    var count = others.count
    var bytes = Self.frame + others.reduce(0) { $0 + writer.written($1).size }
    for item in cases {
      var item = item
      let (text, size) = writer.written(item)
      item.written = text
      let isFull = count + 1 > limits.cases || bytes + size > limits.bytes
      if isFull, groups.last?.isEmpty == false {
        groups.append([])
        (count, bytes) = (0, Self.frame)
      }
      groups[groups.count - 1].append(item)
      (count, bytes) = (count + 1, bytes + size)
    }
    return groups
  }

  private func properties(_ run: JudgedRun) -> [JUnitCase.Property] {
    let header = run.history.header
    let fixed =
      [
        ("run", header.id), ("target", run.history.outline.target), ("seed", String(header.seed)),
        ("linkage", header.version), ("judgement", run.verdict.judgement.rawValue),
      ]
      + lateness(run.verdict)
    let facts = header.environment.map { ($0.name, $0.value) }
    return (fixed + facts).map { JUnitCase.Property(name: $0, value: $1) }
  }

  private func lateness(_ verdict: Verdict) -> [(String, String)] {
    guard let lateness = verdict.lateness else { return [] }
    return [
      ("lateness.p99", DurationText.text(lateness.p99)),
      ("latencies.trusted", String(verdict.areLatenciesTrusted)),
    ]
  }

  private func hostname(_ run: JudgedRun) -> String {
    let fact = run.history.header.environment.first { $0.name == "hostname" || $0.name == "host" }
    return fact.map(\.value).flatMap { $0.isEmpty ? nil : $0 } ?? "localhost"
  }

  private func name(_ number: Int) -> String {
    guard number > 0 else { return fileName }
    let stem = fileName.hasSuffix(".xml") ? String(fileName.dropLast(4)) : fileName
    return "\(stem)-\(number + 1).xml"
  }
}
