import Synchronization

/// The requests under idempotency keys that are being answered. A process that ends takes them with
/// it, as it takes the requests.
final class RunningTickets: Sendable {
  private let ids = Mutex<Set<String>>([])

  /// - Returns: whether nobody else is at it.
  func begin(_ ticket: IdempotencyTicket) -> Bool {
    ids.withLock { $0.insert(ticket.id).inserted }
  }

  func end(_ ticket: IdempotencyTicket) {
    ids.withLock { _ = $0.remove(ticket.id) }
  }
}
