import NIOCore

/// Runs the tasks of a server on the thread of its event loop.
///
/// A request then goes from socket to handler and back without waking another thread, which takes
/// longer than most handlers do. So a handler may not block; a transaction in memory, of some dozen
/// microseconds, may.
final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
