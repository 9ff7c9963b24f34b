import Synchronization

/// Remembers of a call whose session it carried, for whoever looks at it afterwards.
package final class CallVisitor: Sendable {
  private let known = Mutex<String?>(nil)

  /// The member's id; nothing where nobody asked for the session.
  package var member: String? { known.withLock { $0 } }

  func take(_ member: String) -> String {
    known.withLock { $0 = member }
    return member
  }
}
