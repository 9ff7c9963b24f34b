import NIOCore
import NIOSSL

/// TLS towards other servers, which must be vouched for by somebody whom the system trusts.
enum WireSecurity {
  /// Made when it is needed for the first time: reading what the system trusts takes long.
  private static let context = Result {
    try NIOSSLContext(configuration: .makeClientConfiguration())
  }

  static func secure(_ channel: any Channel, to name: String) throws {
    let handler: NIOSSLClientHandler
    do {
      handler = try NIOSSLClientHandler(context: context.get(), serverHostname: name)
    } catch let error as NIOSSLExtraError where error == .cannotUseIPAddressInSNI {
      handler = try NIOSSLClientHandler(context: context.get(), serverHostname: nil)
    }
    try channel.pipeline.syncOperations.addHandler(handler)
  }
}
