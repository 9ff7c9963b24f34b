import Foundation

/// An event that waits to be delivered.
struct OutboxEntry: Sendable {
  /// Its place in the order of commits.
  var sequence: Int64
  let id: String
  let type: String
  let subject: String
  /// Events of one lane are delivered in order; lanes do not wait for each other.
  let lane: String
  let traceparent: String
  let body: Data
  /// On the set's clock, since 1970.
  var committed: Duration
  var attempts = 0
  /// Not to be sent before this time.
  var notBefore: Duration = .zero
  /// In which life of the set it was read or written.
  var life: UInt64 = 0
  /// In which run of the relay, which is shorter than a life where the relay crashed.
  var run: UInt64 = 0
  /// What faults have made of it.
  var hold = OutboxHold()

  /// Which lane it waits in: its own, unless it has left that.
  var track: String { hold.detour ?? lane }
  /// Not to be sent before this time, whether for a retry's sake or a fault's.
  var earliest: Duration { max(notBefore, hold.until) }

  var truth: TruthSubject { TruthSubject(event: id, type: type, entity: subject) }

  func committed(as sequence: Int64, at time: Duration) -> OutboxEntry {
    var entry = self
    entry.sequence = sequence
    entry.committed = time
    return entry
  }
}
