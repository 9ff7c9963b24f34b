import Foundation

/// Where a plain HTTP server listens.
struct WireHost: Sendable, Hashable {
  let name: String
  let port: Int

  init(url: String) throws(WireError) {
    guard let parts = URLComponents(string: url), parts.scheme == "http",
      let host = parts.host, !host.isEmpty
    else { throw .badAddress(url) }
    name = host
    port = parts.port ?? 80
  }

  var authority: String { "\(name):\(port)" }
}
