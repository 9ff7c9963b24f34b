import CLoop
import Glibc

/// Starts the thread that owns a `LoopCore` from then on.
final class LoopThread {
  private let core: LoopCore
  /// Not retained: the tasks that wait for it and the loop's owner keep it.
  private let executor: UnownedTaskExecutor

  init(core: LoopCore, executor: UnownedTaskExecutor) {
    self.core = core
    self.executor = executor
  }

  func start() throws(LoopError) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(&thread, nil, Self.body, context.toOpaque())
    guard code == 0 else {
      context.release()
      core.abandon()
      throw LoopError.noThread(code: code)
    }
    pthread_detach(thread)
  }

  private static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    guard let context else { return nil }
    let thread = Unmanaged<LoopThread>.fromOpaque(context).takeRetainedValue()
    cloop_name_thread("linkage-loop")
    blockBrokenPipes()
    thread.core.run(as: thread.executor)
    thread.core.poller.close()
    return nil
  }

  /// OpenSSL writes without MSG_NOSIGNAL; blocked, a closed peer is an error and not a signal.
  private static func blockBrokenPipes() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
