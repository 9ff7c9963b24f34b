import Dispatch
import LinkageCheck
import LinkageCore
import LinkageFunctions
import LinkageReport
import LinkageRunner
import LinkageTransport
import MockKit
import Mocks

/// A suite against mocks of its own that have one fault, or none, run and judged in memory.
struct MutantTrial: Sendable {
  let plan: Plan
  let world: World
  let seed: UInt64
  /// How long it may take at most.
  let limit: Nanoseconds

  /// What is known when the run is over.
  struct Report: Sendable {
    let run: JudgedRun
    var took: Nanoseconds
    var isOutOfTime = false
    let count: FiredCount
  }

  typealias Settling = @Sendable (Verdict) -> Bool

  struct Failure: Error {
    var problem: String
  }

  /// A whole run, as a value for tasks that cannot throw.
  func result(_ fault: Fault?) async -> Result<Report, Failure> {
    do throws(Failure) {
      return .success(try await report(fault))
    } catch {
      return .failure(error)
    }
  }

  /// - Parameters:
  ///   - fault: on from the start, in every set of mocks.
  ///   - isSettled: whether what is known already will do; without it the run goes to its own end.
  func report(
    _ fault: Fault?, isSettled: Settling? = nil
  ) async throws(Failure) -> Report {
    var options = MockOptions.onFreePorts(seed: seed)
    options.faults = fault.map { [$0] } ?? []
    let began = MonotonicClock.now()
    let transport = try startTransport()
    let mocks: MockSet
    do throws(MockStartError) {
      mocks = try await MockSet.start(options)
    } catch {
      await transport.shutdown()
      throw Failure(problem: "\(error)")
    }
    let count = FiredCount()
    let (judged, isOutOfTime) = await run(on: mocks, options, transport, count, isSettled)
    count.add(mocks)
    _ = await mocks.stop(drainFor: .zero)
    await transport.shutdown()
    return Report(
      run: judged, took: MonotonicClock.now() - began, isOutOfTime: isOutOfTime, count: count)
  }

  private func startTransport() throws(Failure) -> CurlTransports {
    do throws(LoopError) {
      return try CurlTransports(lanesAtMost: 1)
    } catch {
      throw Failure(problem: "\(error)")
    }
  }

  private func run(
    on mocks: MockSet, _ mockOptions: MockOptions, _ transport: CurlTransports,
    _ count: FiredCount, _ isSettled: Settling?
  ) async -> (JudgedRun, isOutOfTime: Bool) {
    let fingerprint = Fingerprint.make()
    var plan = plan
    plan.redirect(to: mocks.addresses)
    plan.hidePasswords(by: fingerprint)
    plan.markOwnSystems()
    let header = header(mockOptions.faults, fingerprint)
    let history = TrialHistory()
    var options = RunOptions.standard(
      seed: seed, runID: header.id, parallel: Self.sideBySide, world: world,
      fingerprint: fingerprint)
    options.ownSystem = OwnMocks.opening(mockOptions, ended: count.add)
    let runner = Runner(plan: plan, transport: transport, sink: history, options: options)
    let outline = plan.outline
    @Sendable func judged() -> JudgedRun {
      let history = History(header: header, outline: outline, events: history.events)
      return JudgedRun(history: history, verdict: Judge.verdict(of: history))
    }
    let task = Task { await runner.run() }
    let timer = Task {
      try? await Task.sleep(for: .nanoseconds(limit.count))
      if !Task.isCancelled { task.cancel() }
      return !Task.isCancelled
    }
    await withTaskCancellationHandler {
      await Self.endWhenSettled(history, task, { judged().verdict }, isSettled)
      await task.value
    } onCancel: {
      task.cancel()
    }
    timer.cancel()
    let isOutOfTime = await timer.value
    return (judged(), isOutOfTime)
  }

  /// Another id for each fault: several are tried in one millisecond.
  private func header(_ faults: [Fault], _ fingerprint: (String) -> String) -> RunHeader {
    let names = faults.map(\.type).joined(separator: ", ")
    let identity = RunIdentity(
      seed: seed, wall: world.wallMilliseconds(), salt: StableHash(names, seed: seed).value)
    let facts = [
      RunHeader.Fact(name: "mocks", value: "bundled, in process"),
      RunHeader.Fact(name: "faults", value: names),
    ]
    return identity.header(
      started: MonotonicClock.now(), world: world, facts: facts, fingerprint: fingerprint)
  }

  /// Ends a run as soon as what it has shown will do. The verdict is made when all that was under way
  /// has come to its end: what a history that is cut off proves may not hold.
  private static func endWhenSettled(
    _ history: TrialHistory, _ task: Task<Void, Never>,
    _ verdict: @escaping @Sendable () -> Verdict,
    _ isSettled: Settling?
  ) async {
    guard let isSettled else { return }
    for await _ in history.endings {
      let found = await Self.apart(verdict)
      guard isSettled(found) else { continue }
      return task.cancel()
    }
  }

  /// Off the threads on which mocks and journeys wait for one another.
  private static func apart(_ verdict: @escaping @Sendable () -> Verdict) async -> Verdict {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: verdict()) }
    }
  }

  private static let queue = DispatchQueue(label: "linkage-mutants")

  /// How many scenarios run at the same time on one set.
  private static let sideBySide = 8
}
