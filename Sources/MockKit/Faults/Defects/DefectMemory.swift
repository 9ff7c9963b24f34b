import Synchronization

/// What defects remember of what went by, such as the answers of a cache. While none is on it is
/// empty.
final class DefectMemory: Sendable {
  /// Larger memories are forgotten as a whole, so that a server may run for days.
  private static let most = 10_000

  /// The last message of each subject.
  let messages = Table<OutboxEntry>()
  /// Deliveries that wait for the next one of their subject.
  let deliveries = Table<Call>()
  /// What was answered last, by who asked for what.
  let pages = Table<RememberedPage>()

  /// Values by a text, from any thread.
  final class Table<Value: Sendable>: Sendable {
    private let values = Mutex<[String: Value]>([:])

    /// - Returns: what the body returns, which may look at the value and change it.
    func change<Result: Sendable>(
      _ key: String, _ body: @Sendable (inout Value?) -> Result
    ) -> Result {
      values.withLock { values in
        if values.count > DefectMemory.most { values = [:] }
        return body(&values[key])
      }
    }

    func removeAll(where isMeant: @Sendable (String) -> Bool) {
      values.withLock { values in values = values.filter { !isMeant($0.key) } }
    }
  }
}
