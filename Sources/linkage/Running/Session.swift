import CEL
import LinkageCheck
import LinkageCore
import LinkageFunctions
import LinkageReport
import LinkageRunner
import LinkageStore
import LinkageTransport
import MockKit
import Mocks

/// One `linkage run` from files to exit code.
struct Session {
  var command: RunCommand
  var world: World
  var interruption: Interruption
  var printer: Printer

  func run() async throws(Stop) -> ExitCode {
    Heap.share()
    removeStaleCopy()
    interruption.endAtOnce { [printer] in
      printer.write(Words.pick("interrupted before anything was run\n", "运行尚未开始就被中断\n"))
    }
    let loaded = try LoadedSuite.load(
      command.suite, command.selection, command.results, command.coverage, by: printer)
    let suite = loaded.suite
    if suite.isBundled {
      printer.write(
        Words.pick(
          "no folder `scenarios` here: running the bundled suite\n",
          "此处没有 `scenarios` 文件夹：运行自带的场景\n"))
    }
    let gate = try GateFiles(world: world).gate(command.gate.gate, with: loaded)
    var plan = loaded.plan
    plan.repeatScenarios(command.samples)
    gate.map { tell(of: $0, in: plan, among: loaded.scenarios) }
    if !suite.needsMocks, let option = command.link.firstGiven {
      throw .complaint(
        .faultsNeedMocks(option: option, target: plan.outline.target), .invalid)
    }
    let seed = command.random.seed(in: world)
    let transport = try startTransports(for: plan)
    let starting = try mockOptions(suite, seed: seed)
    let mocks = try await start(starting)
    mocks.map { plan.redirect(to: $0.addresses) }
    let run = RunIdentity(seed: seed, wall: world.wallMilliseconds())
    let result: Result<ExitCode, Stop>
    do throws(Stop) {
      result = .success(try await execute(plan, gate, run, transport, mocks: starting))
    } catch {
      result = .failure(error)
    }
    _ = await mocks?.stop(drainFor: .zero)
    await transport.shutdown()
    return try result.get()
  }

  // MARK: Parts

  /// A CI that picks the file up after a run that could not begin must not find an older verdict.
  private func removeStaleCopy() {
    command.junit.junit.map { Disk.remove(Disk.absolute($0, in: world.folder)) }
  }

  /// A run that makes too few samples for its gate cannot pass it, and what is quarantined by a
  /// mistyped name counts: better told before than after.
  private func tell(of gate: Gate, in plan: Plan, among scenarios: [String]) {
    let report = GateReport(language: printer.language, style: printer.style)
    let needs = GateNeed.all(of: gate, in: plan.outline.cases, samples: command.samples)
    printer.write(report.strangers(gate, among: scenarios))
    printer.write(report.needs(needs, of: gate.name, all: false))
  }

  /// No more lanes than journeys side by side, nor than a platform may have connections.
  private func startTransports(for plan: Plan) throws(Stop) -> CurlTransports {
    let connections = plan.scenarios.flatMap(\.target.platforms)
      .compactMap(\.connection.settings.connections)
    let sideBySide = min(command.parallel, plan.scenarios.count)
    do throws(LoopError) {
      return try CurlTransports(
        TransportOptions(proxies: ProxyEnvironment(variables: world.environment)),
        lanesAtMost: min(sideBySide, connections.min() ?? sideBySide))
    } catch {
      throw .complaint(.bug(detail: "\(error)"), .internalError)
    }
  }

  private func mockOptions(_ suite: Suite, seed: UInt64) throws(Stop) -> MockOptions? {
    guard suite.needsMocks else { return nil }
    var options = MockOptions.onFreePorts(seed: seed)
    try command.link.apply(to: &options, in: world, printer.language)
    return options
  }

  private func start(_ options: MockOptions?) async throws(Stop) -> MockSet? {
    guard let options else { return nil }
    do throws(MockStartError) {
      return try await MockSet.start(options)
    } catch {
      throw .complaint(MockComplaint.of(error), .couldNotTest)
    }
  }

  private func execute(
    _ plan: Plan, _ gate: Gate?, _ run: RunIdentity, _ transport: CurlTransports,
    mocks: MockOptions?
  ) async throws(Stop) -> ExitCode {
    let fingerprint = Fingerprint.make()
    var plan = plan
    plan.hidePasswords(by: fingerprint)
    if mocks != nil { plan.markOwnSystems() }
    let header = run.header(
      started: MonotonicClock.now(), world: world,
      facts: RunIdentity.facts(of: command, usesMocks: mocks != nil), fingerprint: fingerprint)
    var options = runOptions(header, fingerprint)
    options.ownSystem = mocks.map(OwnMocks.opening)
    let folder = ResultsFolder(command.results.results, in: world)
    let store = try folder.openStore()
    let past = try PastRuns(store).wanted(
      by: gate, of: plan.outline.target, label: command.gate.label, without: header.id,
      baseline: command.gate.past.baseline)
    let memory = MemorySink()
    let progress = ProgressPrinter(outline: plan.outline, printer: printer, now: MonotonicClock.now)
    if mocks == nil { try await refuseUnreachable(plan, transport, options) }
    let log = try openLog(header, plan.outline)
    let recorder = try begin(header, plan.outline, store)
    let events = EventQueue([memory, recorder, progress])
    let runner = Runner(
      plan: plan, transport: log.map { LoggingGroup(base: transport, log: $0) } ?? transport,
      sink: events, options: options)
    progress.start()
    await runUntilInterrupted(runner, progress)
    await events.drain()
    await progress.stop()
    let lost = await log?.close()
    // Connections and their buffers are half of what a large run holds; reports need room, too.
    await transport.shutdown()
    Heap.release()
    let history = History(header: header, outline: plan.outline, events: memory.take())
    var judged = JudgedRun(history: history, verdict: Judge.verdict(of: history))
    judged.gate = gate.map { past.result(of: judged, by: $0, in: world) }
    let code = await finish(judged, store, recorder, folder)
    guard let lost, let path = command.curl else { return code }
    printer.print(.fileNotWritten(path: path, reason: lost.reason))
    return .first(of: [code, .reportNotWritten])
  }

  /// Where every request goes in full, if that was asked for.
  private func openLog(_ header: RunHeader, _ outline: Outline) throws(Stop) -> CurlLog? {
    guard let path = command.curl else { return nil }
    do throws(Disk.Failure) {
      let file = try Disk.openPrivate(Disk.absolute(path, in: world.folder))
      return CurlLog(header, outline, file: file)
    } catch {
      throw .complaint(.fileNotWritten(path: path, reason: error.reason), .reportNotWritten)
    }
  }

  /// Nothing is sent, and no run begun, where nobody listens.
  private func refuseUnreachable(
    _ plan: Plan, _ transport: CurlTransports, _ options: RunOptions
  ) async throws(Stop) {
    let runner = Runner(
      plan: plan, transport: transport, sink: MemorySink(), options: options)
    guard let first = await runner.unreachable().first else { return }
    throw .complaint(
      .targetUnreachable(
        platform: first.platform, url: first.url, failure: first.failure,
        place: place(of: first, in: plan)),
      .couldNotTest)
  }

  /// Where the platform is declared; `nil` where only an option names its address.
  private func place(of unreachable: Runner.Unreachable, in plan: Plan) -> Place? {
    let platforms = plan.scenarios.flatMap(\.target.platforms)
    return platforms.first {
      $0.name == unreachable.platform && $0.base == unreachable.url
    }?.place
  }

  private func begin(
    _ header: RunHeader, _ outline: Outline, _ store: Store
  ) throws(Stop) -> StoreRecorder {
    do throws(StoreError) {
      try store.begin(header, outline: outline)
      return try store.recorder(for: header.id)
    } catch {
      throw .complaint(StoreComplaint.of(error), .reportNotWritten)
    }
  }

  private func runOptions(
    _ header: RunHeader, _ fingerprint: @escaping @Sendable (String) -> String
  ) -> RunOptions {
    RunOptions.standard(
      seed: header.seed, runID: header.id, parallel: command.parallel, world: world,
      fingerprint: fingerprint)
  }

  private func runUntilInterrupted(_ runner: Runner, _ progress: ProgressPrinter) async {
    let task = Task { await runner.run() }
    interruption.onInterrupt {
      progress.say(
        Words.pick(
          "interrupted: what was begun is cleaned up; Ctrl-C again ends at once",
          "已中断：正在清理已开始的操作；再按一次 Ctrl-C 立即结束"))
      task.cancel()
    }
    await task.value
  }

  private func finish(
    _ judged: JudgedRun, _ store: Store, _ recorder: StoreRecorder, _ folder: ResultsFolder
  ) async -> ExitCode {
    var codes = [ExitCode.of(judged, signal: interruption.exitCode)]
    if let problem = await save(judged, store, recorder) {
      printer.print(problem)
      codes.append(.reportNotWritten)
    }
    codes.append(
      folder.publish(
        judged, by: printer, junit: command.junit, isNewest: true))
    return .first(of: codes)
  }

  private func save(
    _ judged: JudgedRun, _ store: Store, _ recorder: StoreRecorder
  ) async -> Complaint? {
    do throws(StoreError) {
      try await recorder.close()
      try store.finish(
        run: judged.history.header.id, verdict: judged.verdict,
        interrupted: judged.verdict.wasInterrupted)
      return nil
    } catch {
      return StoreComplaint.of(error)
    }
  }
}
