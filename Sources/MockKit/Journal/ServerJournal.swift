import Foundation

/// Where one server writes what it was asked and what it answered.
package struct ServerJournal: Sendable {
  private let journal: Journal
  private let server: MockServerName
  private let clock: MockClock

  package init(_ journal: Journal, of server: MockServerName, clock: MockClock) {
    self.journal = journal
    self.server = server
    self.clock = clock
  }

  /// Heartbeats would push everything else out, and whoever waits for quiet would wait for himself.
  static func leavesOut(_ call: Call) -> Bool {
    call.path == "/_link/heartbeat" || call.path.hasPrefix("/_admin/")
  }

  func begin() {
    journal.begin()
  }

  func end(_ call: Call, _ reply: Reply, took nanoseconds: UInt64) {
    let took = Duration.nanoseconds(Int64(nanoseconds))
    journal.end(
      JournalEntry(
        id: 0, server: server, call: call.cut, reply: reply.cut, began: clock.now - took, took: took
      ))
  }
}

extension Call {
  fileprivate var cut: Call {
    guard body.count > Journal.longestBody else { return self }
    var call = self
    call.body = Data(body.prefix(Journal.longestBody))
    return call
  }
}

extension Reply {
  fileprivate var cut: Reply {
    guard body.count > Journal.longestBody else { return self }
    var reply = self
    reply.body = Data(body.prefix(Journal.longestBody))
    return reply
  }
}
