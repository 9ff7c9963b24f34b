import CEL
import LinkageAccuracy
import LinkageCore
import LinkageFunctions
import LinkageReport
import LinkageRunner
import LinkageTransport

/// One latency of the link: measured as every run measures, and by others beside it.
struct AccuracyTrial {
  private let command: AccuracyCommand
  private let latency: LatencyArgument
  private let plan: AccuracyPlan
  private let transport: CurlTransports
  private let progress: (Int) -> Void
  private var truth: TruthReader
  private var nextSample = 1
  private var own: [MeasuredWrite] = []
  private var fixed: [MeasuredWrite] = []
  private var gaps: [Int64] = []
  private var lateness: RunEnd.Lateness?

  /// So many journeys of each kind make one round: enough to run side by side, few enough to be
  /// held in memory with all that was sent and received.
  private static let journeysOfRound = 20
  /// They only tell how many reads a write takes.
  private static let journeysBefore = 6

  init(
    _ latency: LatencyArgument, _ command: AccuracyCommand, mocks: MockProcess,
    transport: CurlTransports, progress: @escaping (Int) -> Void
  ) throws(Stop) {
    self.latency = latency
    self.command = command
    self.transport = transport
    self.progress = progress
    plan = try AccuracyPlan(addresses: mocks.addresses)
    truth = TruthReader(base: mocks.addresses["web"] ?? "")
  }

  /// - Returns: `nil` where it was interrupted.
  mutating func report() async throws(Stop) -> AccuracyReport? {
    defer { truth.close() }
    let journeys = (command.writes + plan.writes - 1) / plan.writes
    let pace = AccuracyPlan.Pace.growing(command.spacing.length)
    let first = await round(Array(repeating: pace, count: Self.journeysBefore))
    let trial = (0..<Self.journeysBefore).flatMap(first.writes)
    let spacing = ReadBudget.spacing(for: trial) ?? command.spacing.length
    var done = 0
    while done < journeys, !Task.isCancelled {
      let count = min(Self.journeysOfRound, journeys - done)
      await measure(count, pace, .fixed(spacing))
      if Task.isCancelled { break }
      try await truth.follow()
      done += count
      progress(done * plan.writes)
    }
    return Task.isCancelled ? nil : report(of: journeys, fixed: spacing)
  }

  private func report(of journeys: Int, fixed spacing: Nanoseconds) -> AccuracyReport {
    let wanted = journeys * plan.writes
    return AccuracyReport(
      latency: "\(latency.latency)", own: own, fixed: fixed, truth: truth.visible,
      spacing: AccuracyReport.Spacing(
        asked: command.spacing.length, gaps: gaps, fixed: spacing, lateness: lateness),
      unmeasured: max(wanted - own.count, 0) + max(wanted - fixed.count, 0))
  }

  /// Journeys of both kinds in turn, so that both meet the same machine.
  private mutating func measure(
    _ count: Int, _ pace: AccuracyPlan.Pace, _ other: AccuracyPlan.Pace
  ) async {
    let round = await round((0..<count).flatMap { _ in [pace, other] })
    for position in 0..<count {
      own += round.writes(of: 2 * position)
      fixed += round.writes(of: 2 * position + 1)
    }
    gaps += round.gaps(of: Set((0..<count).map { 2 * $0 }))
    lateness = round.lateness
  }

  private mutating func round(_ paces: [AccuracyPlan.Pace]) async -> AccuracyRound {
    let samples = paces.enumerated().map {
      AccuracyPlan.Sample(number: nextSample + $0.offset, pace: $0.element)
    }
    nextSample += paces.count
    let plan = plan.plan(of: samples)
    let memory = MemorySink()
    let events = EventQueue([memory])
    let header = RunHeader(
      id: "accuracy", startedWall: 0, started: MonotonicClock.now(), seed: command.seed,
      version: Version.text, command: [], environment: [])
    await Runner(plan: plan, transport: transport, sink: events, options: options).run()
    await events.drain()
    return AccuracyRound(
      History(header: header, outline: plan.outline, events: memory.take()))
  }

  private var options: RunOptions {
    let seed = command.seed
    return RunOptions(
      seed: seed, runID: "accuracy", parallel: command.inFlight,
      functions: { HostFunctions.functions(seed: seed, name: $0) }, money: Money.smallestUnit,
      fingerprint: Fingerprint.make())
  }
}
