import Foundation
import NIOCore

/// Why a server could not take its port.
package enum BindError: Error, Sendable, Equatable {
  /// - Parameter owner: who holds the port, such as `linkage (pid 4711)`, where that can be seen.
  case portInUse(port: Int, owner: String?)
  /// - Parameter code: the system's `errno`.
  case refused(host: String, port: Int, code: Int32)

  init(_ error: any Error, host: String, port: Int) {
    let code = (error as? IOError)?.errnoCode ?? ENOTSUP
    self =
      code == EADDRINUSE
      ? .portInUse(port: port, owner: PortOwner.find(port: port))
      : .refused(host: host, port: port, code: code)
  }
}
