package import MockKit

/// Why a set of mocks could not be started.
package enum MockStartError: Error, Sendable, Equatable {
  /// - Parameter owner: such as `linkage (pid 4711)`, where that can be seen.
  case portInUse(server: MockServerName, port: Int, owner: String?)
  /// - Parameter code: the system's `errno`.
  case cannotBind(server: MockServerName, host: String, port: Int, code: Int32)
  case invalidSeed(SeedError)
  /// It must be `whsec_` and base64.
  case invalidLinkSecret
  case invalidFault(FaultError)
  /// The console looks at the other servers of its process.
  case consoleAlone
  case tls(AuthorityError)
  case database(server: MockServerName, reason: String)
  /// The merchant's settings do not fit each other.
  case payKeys(String)

  init(_ error: BindError, server: MockServerName) {
    switch error {
    case .portInUse(let port, let owner):
      self = .portInUse(server: server, port: port, owner: owner)
    case .refused(let host, let port, let code):
      self = .cannotBind(server: server, host: host, port: port, code: code)
    }
  }
}
