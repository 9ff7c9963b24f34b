import Foundation
import MockKit

/// What the servers were asked and what they answered.
struct JournalRoutes: Sendable {
  let parts: ConsoleParts

  var all: [Route] {
    [
      .admin(.get, "/journal") { call in
        try .json(StateRoutes.Items(items: try found(call, most: 1000).map(JournalSummary.init)))
      },
      .admin(.get, "/journal/stream") { try stream($0) },
      .admin(.get, "/journal/{id}") { try .json(JournalDetail(try entry($0))) },
      .admin(.get, "/journal/{id}/curl") { call in
        let entry = try entry(call)
        let line = CurlLine(entry, at: parts.addresses.urls[entry.server] ?? "")
        return Reply(
          status: 200, contentType: "text/plain; charset=utf-8", body: Data((line.text + "\n").utf8)
        )
      },
      .admin(.get, "/journal.har") { call in
        let entries = try found(call, most: 10_000).reversed()
        return try .json(HarArchive(entries.map { HarEntry($0, at: parts.addresses.urls) }))
      },
    ]
  }

  /// Newest first.
  private func found(_ call: Call, most: Int) throws -> [JournalEntry] {
    let filter = try JournalFilter(call)
    let limit = try JournalFilter.limit(call, most: most)
    return Array(parts.journal.entries.lazy.reversed().filter(filter.takes).prefix(limit))
  }

  private func entry(_ call: Call) throws -> JournalEntry {
    let text = call.parameters["id"] ?? ""
    guard let id = UInt64(text), let entry = parts.journal.entry(id) else {
      throw JournalError.notFound(text)
    }
    return entry
  }

  private func stream(_ call: Call) throws -> Reply {
    let filter = try JournalFilter(call)
    let last = call.headers["last-event-id"].flatMap { UInt64($0) }
    let stream = JournalStream(journal: parts.journal, filter: filter, after: last)
    return Reply(
      status: 200, contentType: "text/event-stream",
      headers: [Reply.Header("Cache-Control", "no-store")], body: Data(),
      stream: ReplyStream { stream.pieces })
  }
}

enum JournalError: Error, Sendable, Equatable {
  case notFound(String)
}

extension JournalError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(
        404, "journal-entry-not-found", "No such entry",
        detail: "The journal has no entry \"\(id)\"; it keeps the latest ten thousand.")
    }
  }
}
