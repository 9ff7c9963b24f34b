package import Foundation
import NIOCore
import Synchronization

/// The append-only record of when each change was really committed, sent, received and applied.
///
/// It exists to prove what a harness measured; no fault touches it. What is older than the latest
/// quarter of a million entries is forgotten, so that a server may run for days.
package final class TruthLog: Sendable {
  private struct State {
    /// The index of the first entry that is kept.
    var first = 0
    var entries: CircularBuffer<TruthEntry> = []
  }

  private let limit: Int
  private let stored = Mutex(State())

  package init(limit: Int = 250_000) {
    self.limit = limit
  }

  package var entries: [TruthEntry] { entries(from: 0) }

  /// The entries from `index` on, for a reader that follows the log, as far as they are kept.
  package func entries(from index: Int) -> [TruthEntry] {
    stored.withLock { Array($0.entries.dropFirst(max(0, index - $0.first))) }
  }

  private func append(_ entries: TruthEntry...) {
    stored.withLock { state in
      state.entries.append(contentsOf: entries)
      let surplus = state.entries.count - limit
      guard surplus > 0 else { return }
      state.entries.removeFirst(surplus)
      state.first += surplus
    }
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
    append(subject.entry(stage, on: server, at: MonotonicTime.nanoseconds()))
  }

  func record(_ fault: Fault, _ subject: FaultSubject) {
    append(
      subject.truth.entry(
        .fault, on: subject.server, at: MonotonicTime.nanoseconds(), fault: fault.id))
  }

  /// Called right after the commit.
  func recordApplied(
    _ subject: TruthSubject, on server: MockServerName, notBefore: UInt64
  ) {
    let now = MonotonicTime.nanoseconds()
    let visible = subject.entry(.visible, on: server, at: now, notBefore: notBefore)
    let applied = subject.entry(.applied, on: server, at: now)
    append(visible, applied)
  }
}

/// What a truth entry speaks of.
struct TruthSubject: Sendable {
  let event: String
  let type: String
  let entity: String

  func entry(
    _ stage: TruthEntry.Stage, on server: MockServerName, at nanoseconds: UInt64,
    notBefore: UInt64? = nil, fault: String? = nil
  ) -> TruthEntry {
    TruthEntry(
      server: server, event: event, type: type, entity: entity, stage: stage,
      nanoseconds: nanoseconds, notBefore: notBefore, fault: fault)
  }
}
