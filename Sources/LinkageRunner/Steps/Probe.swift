import CEL
import LinkageCore
import Values

/// One probe while it runs.
struct Probe {
  let step: Step
  let sync: Sync
  let inputs: ValueMap
  let circle: ReadCircle
  let call: StepCall

  /// The performed read that counts: the first that showed the change, else the last.
  private(set) var kept: Performed?
  private(set) var notRunnable: FillFailure?
  private(set) var reason = StepEnd.Reason.deadline

  private var cursor: ReadCursor
  /// Those of others that it waits for count, too: together they are as many as one alone.
  private var inFlight = 0
  /// A read that is due while too many are in flight.
  private var isHeldBack = false
  private var hasArrived = false
  /// When reading after the arrival ends; `nil` before it.
  private var holdEnd: Instant?
  private var isOver = false
  /// Whether the read at the deadline missed the change, so that another one is to confirm it.
  private var isConfirming = false
  /// Timers of an earlier generation are ignored: holding has a rhythm of its own.
  private var generation = 0

  private enum Signal: Sendable {
    case due(generation: Int)
    case answered(read: Int, SharedRead, PerformedCall)
  }

  init(
    step: Step, sync: Sync, inputs: ValueMap, cursor: ReadCursor, circle: ReadCircle,
    call: StepCall
  ) {
    self.step = step
    self.sync = sync
    self.inputs = inputs
    self.cursor = cursor
    self.circle = circle
    self.call = call
  }

  private static let mostInFlight = 8

  mutating func run(_ journey: inout Journey) async {
    await withTaskGroup(of: Signal.self) { group in
      launch(&journey, &group)
      while let signal = await group.next() {
        switch signal {
        case .due(let timer): if timer == generation { due(&journey, &group) }
        case .answered(let read, let shared, let call):
          inFlight -= 1
          await LongWork.run(if: call.performed.isLong) {
            take(call.performed, read: read, of: shared, journey)
          }
          if isHeldBack, !isOver { launch(&journey, &group) }
          if isDueToConfirm { confirm(&journey, &group) }
          if holdEnd != nil, generation == 0 {
            generation = 1
            arm(after: journey.transport.now(), journey, &group)
          }
        }
        if Task.isCancelled { isOver = true }
        // A timer left over is no reason to wait.
        if isOver, inFlight == 0 { group.cancelAll() }
      }
    }
    if Task.isCancelled, !hasArrived { reason = .interrupted }
  }

  /// A change that never came is told from one that was missed once by a second read, sent after the
  /// first was answered. It costs nothing where the change arrives.
  private var isDueToConfirm: Bool {
    guard cursor.due == nil, inFlight == 0, holdEnd == nil, !hasArrived, !isConfirming,
      reason == .deadline, notRunnable == nil, !Task.isCancelled
    else { return false }
    switch kept?.outcome {
    case .ok, .refused: return true
    default: return false
    }
  }

  private mutating func confirm(_ journey: inout Journey, _ group: inout TaskGroup<Signal>) {
    isConfirming = true
    isOver = false
    let now = journey.transport.now()
    let number = cursor.number
    let (read, _) = circle.read(
      since: now + Nanoseconds(1), now: now,
      by: ReadReference(step: journey.reference(step), read: number))
    inFlight += 1
    cursor.move(past: now, sent: now)
    journey.recordInvocation(step, read: number, planned: now, inputs: inputs)
    send(read, number, &group)
  }

  /// Asks, for all who wait for the read.
  private func send(_ read: SharedRead, _ number: Int, _ group: inout TaskGroup<Signal>) {
    group.addTask { [call, circle] in
      let answer = await call.perform()
      circle.answer(read, answer)
      return .answered(read: number, read, answer)
    }
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

  /// Sends the next read, or takes one that another probe has sent, and arms the timer for the one
  /// after it.
  private mutating func launch(_ journey: inout Journey, _ group: inout TaskGroup<Signal>) {
    let now = journey.transport.now()
    if holdEnd == nil { cursor.skipWhatIsPast(now) }
    let number = cursor.number
    let planned = holdEnd == nil ? cursor.due ?? now : now
    let (read, isOwn) = circle.read(
      since: cursor.earliest, now: now,
      by: ReadReference(step: journey.reference(step), read: number))
    isHeldBack = false
    inFlight += 1
    cursor.move(past: isOwn ? planned : read.launched, sent: read.launched)
    journey.recordInvocation(step, read: number, planned: planned, inputs: inputs)
    if isOwn {
      send(read, number, &group)
    } else {
      group.addTask { .answered(read: number, read, await read.answered()) }
    }
    arm(after: isOwn ? now : read.launched, journey, &group)
  }

  /// - Parameter last: when the last read was sent.
  private mutating func arm(
    after last: Instant, _ journey: Journey, _ group: inout TaskGroup<Signal>
  ) {
    let transport = journey.transport
    let moment: Instant
    if let holdEnd {
      moment = last + holdSpacing(journey)
      if moment > holdEnd { isOver = true }
    } else if let due = cursor.due {
      moment = due
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

  private mutating func take(
    _ performed: Performed, read: Int, of shared: SharedRead, _ journey: Journey
  ) {
    let conditions = journey.conditions(of: step, after: performed, inputs: inputs)
    let isOwn = shared.sender.step == journey.reference(step)
    journey.recordCompletion(
      step, read: read, performed, conditions: conditions,
      shared: isOwn ? nil : shared.sender)
    if let failure = performed.notRunnable {
      notRunnable = failure
      isOver = true
    } else if isConfirming {
      isOver = true
    } else if shows(performed, conditions) {
      arrive(performed, conditions, journey)
    } else if !hasArrived {
      kept = performed
      stopIfAsked(performed, read: read, journey)
    }
    if cursor.due == nil, inFlight == 0, holdEnd == nil { isOver = true }
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
