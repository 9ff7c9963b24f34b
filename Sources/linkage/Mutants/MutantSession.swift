import LinkageCore
import LinkageReport
import LinkageTransport
import MockKit

/// One `linkage mutants` from options to exit code.
struct MutantSession: Sendable {
  let command: MutantsCommand
  let world: World
  let interruption: Interruption
  let printer: Printer

  private var text: MutantText { MutantText(language: printer.language, results: folder) }

  /// Where runs are kept that somebody will want to look at, apart from those of `linkage run`.
  private var folder: String { command.results.results + "/mutants" }

  func run() async throws(Stop) -> ExitCode {
    Heap.share()
    let loaded = try LoadedSuite.load(
      command.suite, command.selection, command.results, by: printer)
    try refuseForeign(loaded.plan)
    var plan = loaded.plan
    plan.capWaits(at: command.within.length)
    let seed = command.random.seed(in: world)
    let kinds = command.kinds
    world.output(text.head(scenarios: plan.scenarios.count, kinds: kinds.count, seed: seed))
    guard let healthy = try await healthy(plan, seed) else {
      return interruption.exitCode ?? .failed
    }
    let limit = Nanoseconds(healthy.took.count * 10) + .seconds(60)
    let trial = MutantTrial(plan: plan, world: world, seed: seed, limit: limit)
    let results = await interruptible { await all(kinds, trial) }
    let summary = MutantSummary(
      results: results, asked: kinds.count, isWhole: isWhole(loaded),
      scenarios: plan.scenarios.count,
      within: command.within.length, seed: seed, healthy: healthy.took)
    world.output(text.table(summary))
    return .first(of: [interruption.exitCode ?? summary.code, write(summary)])
  }

  /// Mocks take the place of platforms that are called as they are.
  private func refuseForeign(_ plan: Plan) throws(Stop) {
    let used = Set(
      plan.scenarios.flatMap(\.allSteps).flatMap(\.operations).flatMap(\.requests).map(\.platform))
    let known = Set(MockServerName.allCases.map(\.rawValue))
    guard used.isSubset(of: known) else {
      throw .complaint(
        .mutantsNeedMocks(platforms: used.subtracting(known).sorted(), target: plan.outline.target),
        .invalid)
    }
  }

  /// Whether nobody asked for a part of the suite.
  private func isWhole(_ loaded: LoadedSuite) -> Bool {
    let options = command.selection
    return command.suite.paths.isEmpty && options.tag.isEmpty && options.priority.isEmpty
      && options.grep == nil && !options.lastFailed
  }

  // MARK: Healthy

  /// The suite against mocks without a fault; `nil` where it is not green, which is told.
  private func healthy(_ plan: Plan, _ seed: UInt64) async throws(Stop) -> MutantTrial.Report? {
    let trial = MutantTrial(plan: plan, world: world, seed: seed, limit: .seconds(600))
    let report: MutantTrial.Report
    do throws(MutantTrial.Failure) {
      report = try await interruptible { await trial.result(nil) }.get()
    } catch {
      throw .complaint(.bug(detail: error.problem), .couldNotTest)
    }
    if interruption.exitCode != nil { return nil }
    guard report.run.verdict.judgement == .pass else {
      let signs = MutantSigns(of: report.run.verdict, plan.outline)
      world.output(text.notHealthy(signs, within: command.within.length))
      return nil
    }
    world.output(text.healthy(took: report.took))
    return report
  }

  /// In a task that is cancelled when the program is interrupted.
  private func interruptible<T: Sendable>(_ body: @escaping @Sendable () async -> T) async -> T {
    let task = Task { await body() }
    interruption.onInterrupt { task.cancel() }
    return await task.value
  }

  // MARK: Mutants

  /// Some side by side; when interrupted, those that came to an end.
  private func all(_ kinds: [FaultKind], _ trial: MutantTrial) async -> [MutantResult] {
    var results: [MutantResult] = []
    let kept = ResultsFolder(folder, in: world)
    await withTaskGroup(of: Tried?.self) { group in
      var waiting = kinds[...]
      for kind in waiting.prefix(command.parallel) {
        group.addTask { await result(of: kind, trial) }
      }
      waiting = waiting.dropFirst(command.parallel)
      while let ended = await group.next() {
        if let ended {
          var result = ended.result
          if let run = ended.run { await result.keep(run, in: kept, by: printer) }
          results.append(result)
          world.errors(text.progress(result, number: results.count, of: kinds.count))
        }
        if !Task.isCancelled, let kind = waiting.popFirst() {
          group.addTask { await result(of: kind, trial) }
        }
      }
    }
    return results
  }

  /// What came of a fault, and its run where somebody will want to look at that.
  private struct Tried {
    var result: MutantResult
    var run: JudgedRun?
  }

  /// `nil` where it was interrupted.
  private func result(of kind: FaultKind, _ trial: MutantTrial) async -> Tried? {
    let outline = trial.plan.outline
    let report: MutantTrial.Report
    do throws(MutantTrial.Failure) {
      report = try await self.report(on: kind, trial)
    } catch {
      return Tried(result: MutantResult(kind: kind, outcome: .failed, problem: error.problem))
    }
    if Task.isCancelled { return nil }
    // A fault that is there for all alike counts nothing: it was there.
    let hasFired = report.count.fired > 0 || kind.isWhole
    var result = MutantResult(
      kind, MutantSigns(of: report.run.verdict, outline), hasFired: hasFired)
    if report.isOutOfTime, ![.killed, .killedByAnother].contains(result.outcome) {
      result.outcome = .failed
      result.problem = text.outOfTime(trial.limit)
    }
    (result.evaluated, result.fired) = (report.count.evaluated, report.count.fired)
    result.took = report.took
    return Tried(result: result, run: result.outcome.isWrong ? report.run : nil)
  }

  /// Once more to its own end where it was ended for what did not hold.
  private func report(
    on kind: FaultKind, _ trial: MutantTrial
  ) async throws(MutantTrial.Failure) -> MutantTrial.Report {
    guard let isSettled = settling(kind, trial.plan.outline) else {
      return try await trial.report(kind.standard)
    }
    let report = try await trial.report(kind.standard, isSettled: isSettled)
    guard report.run.verdict.wasInterrupted, !report.isOutOfTime, !Task.isCancelled,
      !isSettled(report.run.verdict)
    else { return report }
    return try await trial.report(kind.standard)
  }

  /// What a fault may not turn red must be looked at to the end.
  private func settling(_ kind: FaultKind, _ outline: Outline) -> MutantTrial.Settling? {
    guard kind.mutantFamily == .defect else { return nil }
    return { verdict in MutantResult.isSettled(kind, by: MutantSigns(of: verdict, outline)) }
  }

  private func write(_ summary: MutantSummary) -> ExitCode {
    guard let path = command.json else { return .passed }
    do throws(Disk.Failure) {
      try Disk.write(
        Array(MutantJSON.text(of: summary).utf8), to: Disk.absolute(path, in: world.folder))
      return .passed
    } catch {
      printer.print(.fileNotWritten(path: path, reason: error.reason))
      return .reportNotWritten
    }
  }
}
