import CEL
import LinkageCore
import LinkageStatistics
import Values

/// One probe while it runs.
struct Probe {
  let step: Step
  let sync: Sync
  let inputs: ValueMap
  /// The acknowledgement that its schedule counts from.
  let start: Instant
  let schedule: ReadSchedule
  let call: StepCall

  /// The performed read that counts: the first that showed the change, else the last.
  private(set) var kept: Performed?
  private(set) var notRunnable: FillFailure?
  private(set) var reason = StepEnd.Reason.deadline
  private(set) var mayHaveSetCookies = false

  private var next = 0
  private var inFlight = 0
  /// A read that is due while too many are in flight.
  private var isHeldBack = false
  private var hasArrived = false
  /// When reading after the arrival ends; `nil` before it.
  private var holdEnd: Instant?
  private var isOver = false
  /// Timers of an earlier generation are ignored: holding has a rhythm of its own.
  private var generation = 0

  private enum Signal: Sendable {
    case due(generation: Int)
    case answered(read: Int, Performed)
  }

  init(
    step: Step, sync: Sync, inputs: ValueMap, start: Instant,
    schedule: ReadSchedule, call: StepCall
  ) {
    self.step = step
    self.sync = sync
    self.inputs = inputs
    self.start = start
    self.schedule = schedule
    self.call = call
  }

  private static let mostInFlight = 8

  mutating func run(_ journey: inout Journey) async {
    skipWhatIsPast(journey.transport.now())
    await withTaskGroup(of: Signal.self) { group in
      launch(&journey, &group)
      while let signal = await group.next() {
        switch signal {
        case .due(let timer): if timer == generation { due(&journey, &group) }
        case .answered(let read, let performed):
          inFlight -= 1
          await LongWork.run(if: performed.isLong) { take(performed, read: read, journey) }
          if isHeldBack, !isOver {
            skipWhatIsPast(journey.transport.now())
            launch(&journey, &group)
          }
          if holdEnd != nil, generation == 0 {
            generation = 1
            arm(&journey, &group)
          }
        }
        if Task.isCancelled { isOver = true }
        // A timer left over is no reason to wait.
        if isOver, inFlight == 0 { group.cancelAll() }
      }
    }
    if Task.isCancelled, !hasArrived { reason = .interrupted }
  }

  /// Time that other steps or slow answers took is not made up for by a burst of reads.
  private mutating func skipWhatIsPast(_ now: Instant) {
    while next + 1 < schedule.offsets.count, planned(next + 1) <= now { next += 1 }
  }

  private func planned(_ read: Int) -> Instant {
    start + Nanoseconds(schedule.offsets[read])
  }

  private mutating func due(_ journey: inout Journey, _ group: inout TaskGroup<Signal>) {
    guard !isOver else { return }
    let limit = journey.platforms(of: step).compactMap(\.inFlight).min()
    if inFlight >= min(Self.mostInFlight, limit ?? Self.mostInFlight) {
      isHeldBack = true
    } else {
      launch(&journey, &group)
    }
  }

  /// Sends the next read and arms the timer for the one after it.
  private mutating func launch(_ journey: inout Journey, _ group: inout TaskGroup<Signal>) {
    let read = next
    let call = call
    isHeldBack = false
    inFlight += 1
    next += 1
    let planned = holdEnd == nil ? planned(read) : journey.transport.now()
    journey.recordInvocation(step, read: read, planned: planned, inputs: inputs)
    group.addTask { .answered(read: read, await call.perform().performed) }
    arm(&journey, &group)
  }

  private mutating func arm(_ journey: inout Journey, _ group: inout TaskGroup<Signal>) {
    let transport = journey.transport
    let moment: Instant
    if let holdEnd {
      moment = transport.now() + holdSpacing(journey)
      if moment > holdEnd { isOver = true }
    } else if next < schedule.offsets.count {
      moment = planned(next)
    } else {
      return
    }
    guard !isOver else { return }
    let timer = generation
    group.addTask {
      await transport.sleep(until: moment)
      return .due(generation: timer)
    }
  }

  private func holdSpacing(_ journey: Journey) -> Nanoseconds {
    let share = Nanoseconds((sync.hold?.count ?? 0) / 50)
    return max(share, journey.spacing(of: step))
  }

  private mutating func take(_ performed: Performed, read: Int, _ journey: Journey) {
    mayHaveSetCookies = mayHaveSetCookies || performed.mayHaveSetCookies
    let conditions = journey.conditions(of: step, after: performed, inputs: inputs)
    journey.recordCompletion(step, read: read, performed, conditions: conditions)
    if let failure = performed.notRunnable {
      notRunnable = failure
      isOver = true
    } else if shows(performed, conditions) {
      arrive(performed, conditions, journey)
    } else if !hasArrived {
      kept = performed
      stopIfAsked(performed, read: read, journey)
    }
    if next >= schedule.offsets.count, inFlight == 0, holdEnd == nil { isOver = true }
  }

  private func shows(_ performed: Performed, _ conditions: [Condition]) -> Bool {
    let arrival = sync.until.isEmpty ? conditions : Array(conditions.prefix(sync.until.count))
    let holds = arrival.allSatisfy { $0.holds == true }
    switch performed.outcome {
    case .ok: return step.fails == nil && performed.broken == nil && holds
    case .refused(let error): return error == step.fails && holds
    default: return false
    }
  }

  private mutating func arrive(
    _ performed: Performed, _ conditions: [Condition], _ journey: Journey
  ) {
    let isRight = conditions.allSatisfy { $0.holds == true }
    if !isRight { reason = .unsatisfied }
    guard !hasArrived else { return }
    hasArrived = true
    kept = performed
    if isRight { reason = .satisfied }
    if let hold = sync.hold, isRight {
      holdEnd = journey.transport.now() + hold
    } else {
      isOver = true
    }
  }

  /// Of several reads that see it the first counts.
  private mutating func stopIfAsked(_ performed: Performed, read: Int, _ journey: Journey) {
    guard let rule = sync.stopIf, reason == .deadline else { return }
    let scope = journey.frame.scope.with("out", performed.output).with("http", performed.http)
      .with("with", .map(inputs)).with("outcome", .string(performed.outcomeWord))
    if (try? rule.expression.evaluate(in: scope)) == .bool(true) {
      reason = .stopped(read: read)
      isOver = true
    }
  }
}
