import Foundation
import MockKit

/// The journal as server-sent events.
struct JournalStream: Sendable {
  /// A comment now and then finds out who has gone, in real time.
  private static let pulse: Duration = .seconds(15)

  let journal: Journal
  let filter: JournalFilter
  /// The last entry that the reader has; what is kept after it comes first.
  let after: UInt64?

  var pieces: AsyncStream<Data> {
    let (stream, pieces) = AsyncStream.makeStream(of: Data.self)
    let followed = journal.follow()
    let reader = Task {
      pieces.yield(Data(": the journal of the mocks\n\n".utf8))
      let missed = after.map { after in journal.entries.filter { $0.id > after } } ?? []
      for entry in missed { send(entry, to: pieces) }
      let last = missed.last?.id ?? 0
      for await entry in followed where entry.id > last { send(entry, to: pieces) }
      pieces.finish()
    }
    let heart = Task {
      while (try? await Task.sleep(for: Self.pulse)) != nil { pieces.yield(Data(":\n\n".utf8)) }
    }
    pieces.onTermination = { _ in
      reader.cancel()
      heart.cancel()
    }
    return stream
  }

  private func send(_ entry: JournalEntry, to pieces: AsyncStream<Data>.Continuation) {
    guard filter.takes(entry), let text = try? JSONText.string(JournalSummary(entry)) else {
      return
    }
    pieces.yield(Data("id: \(entry.id)\nevent: exchange\ndata: \(text)\n\n".utf8))
  }
}
