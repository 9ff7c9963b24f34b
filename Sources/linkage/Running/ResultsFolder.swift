import LinkageCore
import LinkageReport
import LinkageStore

/// The folder in which runs and their reports are kept.
struct ResultsFolder {
  private let path: String
  /// As the user named it, for messages.
  private let shown: String
  private let world: World

  init(_ path: String, in world: World) {
    self.path = Disk.absolute(path, in: world.folder)
    shown = path
    self.world = world
  }

  func openStore() throws(Stop) -> Store {
    do throws(Disk.Failure) {
      try Disk.makeFolder(path)
    } catch {
      throw .complaint(
        .reportNotWritten(path: shown, reason: error.reason), .reportNotWritten)
    }
    do throws(StoreError) {
      return try Store(path: "\(path)/linkage.sqlite")
    } catch {
      throw .complaint(StoreComplaint.of(error), .reportNotWritten)
    }
  }

  /// Whether anything was ever run here.
  var hasStore: Bool { Disk.exists("\(path)/linkage.sqlite") }

  /// A stored run by its id, the beginning of one, or `last`.
  func history(of run: String) throws(Stop) -> History { try stored(run).history }

  /// The same, with the store that holds it.
  func stored(_ run: String) throws(Stop) -> (history: History, store: Store) {
    guard hasStore else {
      throw .complaint(.noSuchRun(name: run, nearest: nil, recent: []), .invalid)
    }
    let store = try openStore()
    do throws(StoreError) {
      return (try store.history(of: store.resolve(run)), store)
    } catch {
      throw .complaint(StoreComplaint.of(error), .invalid)
    }
  }

  /// Stores a run that is over, with its reports.
  func keep(_ run: JudgedRun, language: Language) async throws(Stop) {
    let store = try openStore()
    let header = run.history.header
    do throws(StoreError) {
      try store.begin(header, outline: run.history.outline)
      let recorder = try store.recorder(for: header.id)
      run.history.events.forEach(recorder.append)
      try await recorder.close()
      try store.finish(
        run: header.id, verdict: run.verdict, interrupted: run.verdict.wasInterrupted)
    } catch {
      throw .complaint(StoreComplaint.of(error), .reportNotWritten)
    }
    let (_, problems) = writeReports(of: run, language: language, isNewest: false)
    if let problem = problems.first { throw .complaint(problem, .reportNotWritten) }
  }

  /// Writes a run's reports and prints its summary.
  ///
  /// - Parameters:
  ///   - isNewest: `latest` then points to it.
  ///   - keepsReports: those that the run has already stay as they are.
  ///   - gateAlone: the summary tells nothing but what the gate says.
  func publish(
    _ run: JudgedRun, by printer: Printer, junit: JUnitOptions, isNewest: Bool,
    keepsReports: Bool = false, gateAlone: Bool = false
  ) -> ExitCode {
    let (paths, problems) = writeReports(
      of: run, language: printer.language, copy: junit.junit, junit.junitFlavor,
      isNewest: isNewest, keepsReports: keepsReports)
    let console = ConsoleReport(
      language: printer.language, style: printer.outputStyle, width: world.width,
      hint: InspectionHint(run.history.header, isNewest: isNewest, results: shown))
    let gate = GateReport(language: printer.language, style: printer.outputStyle)
    world.output(gateAlone ? gate.text(run, reports: paths) : console.text(run, reports: paths))
    for problem in problems { printer.print(problem) }
    return problems.isEmpty ? .passed : .reportNotWritten
  }

  /// What could not be written is told and does not stop the others.
  ///
  /// - Parameter copy: where the JUnit file is written to as well.
  private func writeReports(
    of run: JudgedRun, language: Language, copy: String? = nil, _ flavor: JUnitFlavor = .rich,
    isNewest: Bool, keepsReports: Bool = false
  ) -> (paths: [String], problems: [Complaint]) {
    let id = run.history.header.id
    var paths: [String] = []
    var problems: [Complaint] = []
    for report in writers(flavor) {
      attempt(&problems) {
        for file in try Reports.files(report, of: run, language: language) {
          let own = "\(path)/\(id)/\(file.name)"
          if !keepsReports || !Disk.exists(own) { try Disk.write(file.bytes, to: own) }
          paths.append("\(shown)/\(id)/\(file.name)")
          guard let copy, report is JUnitReport else { continue }
          let other = Self.path(of: file, beside: copy, report)
          try Disk.write(file.bytes, to: Disk.absolute(other, in: world.folder))
          paths.append(other)
        }
      }
    }
    if isNewest { attempt(&problems) { try Disk.link("\(path)/latest", to: id) } }
    return (paths, problems)
  }

  /// A run that takes several files gets them under the copy's name, too: `ci.xml`, `ci-2.xml`.
  private static func path(
    of file: ReportFile, beside copy: String, _ report: any ReportWriter
  ) -> String {
    guard file.name != report.fileName, let dash = file.name.lastIndex(of: "-") else { return copy }
    let stem = copy.hasSuffix(".xml") ? String(copy.dropLast(4)) : copy
    return stem + file.name[dash...]
  }

  private func writers(_ flavor: JUnitFlavor) -> [any ReportWriter] {
    Reports.all.map {
      $0 is JUnitReport ? JUnitReport(flavor: flavor.value, results: shown) : $0
    }
  }

  private func attempt(_ problems: inout [Complaint], _ body: () throws -> Void) {
    do {
      try body()
    } catch let error as Disk.Failure {
      problems.append(.reportNotWritten(path: error.path, reason: error.reason))
    } catch {
      problems.append(.reportNotWritten(path: path, reason: "\(error)"))
    }
  }
}
