package import Foundation
import Synchronization

/// The append-only record of when each change was really committed, sent, received and applied.
///
/// It exists to prove what a harness measured; no fault touches it.
package final class TruthLog: Sendable {
  private let stored = Mutex<[TruthEntry]>([])

  package init() {}

  package var entries: [TruthEntry] { stored.withLock { $0 } }

  /// The entries from `index` on, for a reader that follows the log.
  package func entries(from index: Int) -> [TruthEntry] {
    stored.withLock { index < $0.count ? Array($0[max(0, index)...]) : [] }
  }

  /// One JSON object a line.
  package func ndjson() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines = Data()
    for entry in entries {
      lines.append(try encoder.encode(entry))
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }

  func record(_ stage: TruthEntry.Stage, _ subject: TruthSubject, on server: MockServerName) {
    let nanoseconds = MonotonicTime.nanoseconds()
    let entry = TruthEntry(
      server: server, event: subject.event, type: subject.type, entity: subject.entity,
      stage: stage, nanoseconds: nanoseconds)
    stored.withLock { $0.append(entry) }
  }
}

/// What a truth entry speaks of.
struct TruthSubject: Sendable {
  let event: String
  let type: String
  let entity: String
}
