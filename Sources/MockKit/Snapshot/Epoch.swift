import Synchronization

/// Which life a set's state is in: each reset and each restored snapshot begins another one.
///
/// What was sent in an earlier life and arrives in a later one tells of a state that is gone; it is
/// discarded and counted.
package final class Epoch: Sendable {
  /// Tells the receiver in which life of which set a message was made.
  package static let header = "linkage-epoch"

  private struct State {
    var number: UInt64 = 0
    var discarded = 0
  }

  /// Tells sets apart: what comes from another one belongs to no life of this one.
  private let set = Hexadecimal.random(bytes: 4)
  private let state = Mutex(State())

  package init() {}

  package var number: UInt64 { state.withLock(\.number) }

  /// Messages of earlier lives that came too late.
  package var discarded: Int { state.withLock(\.discarded) }

  /// Called while no transaction is under way, so each one lies in one life as a whole.
  func begin() {
    state.withLock { $0.number += 1 }
  }

  func text(of life: UInt64) -> String { "\(set).\(life)" }

  /// Refuses a call that was sent in an earlier life; to be asked in its transaction.
  package func check(_ call: Call) throws {
    if isOver(of: call) { throw EpochOver() }
  }

  /// Whether a call of this set was sent in an earlier life; counts what is therefore discarded.
  func isOver(of call: Call) -> Bool {
    guard let text = call.headers[Self.header], text.hasPrefix("\(set).") else { return false }
    return state.withLock { state in
      guard text != self.text(of: state.number) else { return false }
      state.discarded += 1
      return true
    }
  }
}
