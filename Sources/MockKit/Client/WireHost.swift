import Foundation

/// Where an HTTP server listens.
struct WireHost: Sendable, Hashable {
  let name: String
  let port: Int
  /// Whether it speaks TLS.
  let isSecure: Bool

  init(url: String) throws(WireError) {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme,
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty
    else { throw .badAddress(url) }
    name = host
    isSecure = scheme == "https"
    port = parts.port ?? (isSecure ? 443 : 80)
  }

  var authority: String { "\(name):\(port)" }
}
