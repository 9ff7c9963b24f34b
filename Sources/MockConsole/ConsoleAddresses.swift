package import MockKit
import Synchronization

/// Where the servers are, which is known once all of them have their ports.
package final class ConsoleAddresses: Sendable {
  private let known = Mutex<[MockServerName: String]>([:])

  package init() {}

  package var urls: [MockServerName: String] {
    get { known.withLock { $0 } }
    set { known.withLock { $0 = newValue } }
  }

  /// By their short names.
  var named: [String: String] {
    Dictionary(uniqueKeysWithValues: urls.map { ($0.key.rawValue, $0.value) })
  }
}
