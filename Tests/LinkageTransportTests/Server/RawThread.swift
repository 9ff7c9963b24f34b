import Foundation

/// A thread with a small stack: a test has a thousand of them.
enum RawThread {
  static func start(_ run: @escaping @Sendable () -> Void) {
    let thread = Thread(block: run)
    thread.stackSize = 256 * 1024
    thread.start()
  }
}
