package import MockKit

/// How a set's servers speak TLS, beside HTTP in clear.
package struct TLSOptions: Sendable {
  /// Keeps the certificate authority that clients are to trust.
  package var folder: String
  /// What the servers are called by, beside this machine's own names and the real platform's.
  package var names: [String] = []
  /// 0 takes a free one; a server without an entry takes the one by a hundred above its default.
  package var ports: [MockServerName: Int] = [:]

  package init(folder: String) {
    self.folder = folder
  }

  func port(of name: MockServerName) -> Int { ports[name] ?? name.defaultPort + 100 }

  /// - Parameter host: where the servers listen.
  func credentials(host: String) throws(AuthorityError) -> TLSCredentials {
    let authority = try CertificateAuthority(in: folder)
    // Where all of a machine is listened on, that is no name for it.
    let hosts = ["0.0.0.0", "::"].contains(host) ? [] : [host]
    let all = ServerIdentity.ownNames + ServerIdentity.platformNames + hosts + names
    let identity = try ServerIdentity(
      for: all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, by: authority)
    return TLSCredentials(identity: identity, authorityPath: authority.certificatePath)
  }
}

/// What a set's servers show, and who vouches for it.
struct TLSCredentials: Sendable {
  let identity: ServerIdentity
  /// PEM.
  let authorityPath: String
}
