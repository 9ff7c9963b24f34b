import Glibc
package import LinkageCore

/// One thread that runs Swift jobs, timers and the descriptors of one client.
///
/// A task that prefers this executor and awaits the loop's client never changes threads.
/// The thread ends when the last reference to the loop goes away.
package final class Loop: TaskExecutor, Sendable {
  private let inbox: LoopInbox
  private let bound: LoopBound<LoopCore>

  package init() throws(LoopError) {
    let poller = try Poller()
    inbox = LoopInbox(wakeUp: poller.wakeUp)
    let core = LoopCore(poller: poller, inbox: inbox)
    bound = LoopBound(core, inbox: inbox)
    try LoopThread(core: core, executor: asUnownedTaskExecutor()).start()
  }

  deinit { inbox.stop() }

  /// Whether the caller runs on the loop's thread.
  package var isCurrent: Bool { inbox.isCurrent }

  package func enqueue(_ job: consuming ExecutorJob) {
    add(.job(UnownedJob(job)))
  }

  /// Returns at or after `moment`, or as soon as the task is cancelled.
  package func sleep(until moment: Instant) async {
    let ticket = Ticket()
    await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        run { self.core.sleep(ticket, until: moment, continuation) }
      }
    } onCancel: {
      ticket.cancel()
      run { self.core.wake(ticket) }
    }
  }

  /// How late timers were so far; `nil` before the first.
  package func lateness() async -> RunEnd.Lateness? { await latenessHistogram().summary }

  func latenessHistogram() async -> LatenessHistogram {
    await result { self.core.lateness }
  }

  /// The loop's state; only on its thread.
  var core: LoopCore { bound.value }

  func bind<State>(_ state: State) -> LoopBound<State> { LoopBound(state, inbox: inbox) }

  /// Runs `body` on the loop's thread: at once when called there, else as soon as its turn comes.
  func run(_ body: @escaping @Sendable () -> Void) {
    if isCurrent { body() } else { inbox.add(.call(body)) }
  }

  func result<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    if isCurrent { return body() }
    return await withUnsafeContinuation { continuation in
      run { continuation.resume(returning: body()) }
    }
  }

  private func add(_ item: LoopItem) {
    if isCurrent { core.add(item) } else { inbox.add(item) }
  }
}
