import LinkageCore

/// What belongs to the loop's thread.
final class LoopCore {
  let poller: Poller
  private let inbox: LoopInbox
  private var pending: [LoopItem] = []
  private var batch: [LoopItem] = []
  private var timers = TimerQueue()
  private(set) var lateness = LatenessHistogram()
  /// Who waits for descriptors; `nil` when nobody does.
  weak var client: (any LoopClient)?
  private var isStopping = false

  init(poller: Poller, inbox: LoopInbox) {
    self.poller = poller
    self.inbox = inbox
  }

  /// Runs until it is stopped and nothing is left to run.
  func run(as executor: UnownedTaskExecutor) {
    inbox.adoptCurrentThread()
    repeat {
      runBatch(as: executor)
      serveTimers()
      wait()
    } while !isStopping || !pending.isEmpty
  }

  /// For a core that no thread runs.
  func abandon() {
    inbox.abandon()
    poller.close()
  }

  func add(_ item: LoopItem) { pending.append(item) }

  /// One that is due already gives others their turn and is no timer: its lateness is the caller's.
  func sleep(_ ticket: Ticket, until moment: Instant, _ continuation: TimerQueue.Continuation) {
    if ticket.isCancelled || moment <= MonotonicClock.now() { return continuation.resume() }
    timers.add(ticket.number, at: moment.nanoseconds, continuation)
  }

  func wake(_ ticket: Ticket) {
    timers.remove(ticket.number)?.resume()
  }

  /// Only what is there now: what it adds comes after descriptors had their turn.
  private func runBatch(as executor: UnownedTaskExecutor) {
    swap(&pending, &batch)
    for item in batch {
      switch item {
      case .job(let job): job.runSynchronously(on: executor)
      case .call(let body): body()
      }
    }
    batch.removeAll(keepingCapacity: true)
  }

  private func serveTimers() {
    let now = MonotonicClock.now().nanoseconds
    while let due = timers.popDue(now) {
      lateness.record(now - due.deadline)
      due.continuation.resume()
    }
    if let client, client.deadline <= now { client.timeOut() }
  }

  private func wait() {
    let deadline = min(timers.first ?? .max, client?.deadline ?? .max)
    let mayBlock = pending.isEmpty && !isStopping && deadline > 0
    poller.wait(until: deadline, mayBlock: mayBlock) { ready in
      client?.ready(ready.descriptor, ready.events)
    }
    if inbox.drain(into: &pending) { isStopping = true }
  }
}
