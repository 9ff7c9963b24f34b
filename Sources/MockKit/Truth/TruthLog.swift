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

  /// One JSON object a line, from the entry at `index` on.
  package func ndjson(from index: Int = 0) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines = Data()
    for entry in entries(from: index) {
      lines.append(try encoder.encode(entry))
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }

  func record(_ stage: TruthEntry.Stage, _ subject: TruthSubject, on server: MockServerName) {
    let entry = subject.entry(stage, on: server, at: MonotonicTime.nanoseconds())
    stored.withLock { $0.append(entry) }
  }

  /// Called right after the commit.
  func recordApplied(
    _ subject: TruthSubject, on server: MockServerName, notBefore: UInt64
  ) {
    let now = MonotonicTime.nanoseconds()
    let visible = subject.entry(.visible, on: server, at: now, notBefore: notBefore)
    let applied = subject.entry(.applied, on: server, at: now)
    stored.withLock { $0 += [visible, applied] }
  }
}

/// What a truth entry speaks of.
struct TruthSubject: Sendable {
  let event: String
  let type: String
  let entity: String

  func entry(
    _ stage: TruthEntry.Stage, on server: MockServerName, at nanoseconds: UInt64,
    notBefore: UInt64? = nil
  ) -> TruthEntry {
    TruthEntry(
      server: server, event: event, type: type, entity: entity, stage: stage,
      nanoseconds: nanoseconds, notBefore: notBefore)
  }
}
