/// The servers of a mock set.
package enum MockServerName: String, Sendable, Hashable, Codable, CaseIterable {
  case console, web, mini, wechat, counter

  /// The port it listens on unless told otherwise.
  package var defaultPort: Int {
    switch self {
    case .console: 4700
    case .web: 4701
    case .mini: 4702
    case .wechat: 4703
    case .counter: 4704
    }
  }
}
