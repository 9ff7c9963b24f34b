import LinkageCore
import Synchronization

/// Moments that several threads note.
final class Stamps: Sendable {
  private let moments = Mutex<[Instant]>([])

  var all: [Instant] { moments.withLock { $0 } }

  func add(_ moment: Instant) { moments.withLock { $0.append(moment) } }
}
