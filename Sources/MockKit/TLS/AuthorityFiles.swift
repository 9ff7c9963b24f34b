import Foundation

/// The folder in which an authority is kept: `ca-key.pem`, the key and its certificate, for its owner's
/// eyes only, and `ca.pem`, the certificate, for others to trust.
struct AuthorityFiles: Sendable {
  let folder: String

  var keyPath: String { "\(folder)/ca-key.pem" }
  var certificatePath: String { "\(folder)/ca.pem" }

  /// Nothing where there is none yet.
  func read() throws(AuthorityError) -> String? {
    guard access(keyPath, F_OK) == 0 else { return nil }
    // Whoever could read it could pretend to be any server to those who trust it.
    guard chmod(keyPath, 0o600) == 0, let bytes = FileManager.default.contents(atPath: keyPath)
    else { throw failure(keyPath) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Keeps a new one, unless another process was first: then that one's counts.
  ///
  /// - Returns: what is kept.
  func keep(_ text: String) throws(AuthorityError) -> String {
    try makeFolder()
    let draft = "\(keyPath).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
    try write(text, to: draft, mode: 0o600)
    defer { unlink(draft) }
    guard link(draft, keyPath) == 0 || errno == EEXIST else { throw failure(keyPath) }
    guard let kept = try read() else { throw failure(keyPath) }
    return kept
  }

  /// Has the certificate stand beside the key.
  func publish(_ certificate: String) throws(AuthorityError) {
    let path = certificatePath
    if published == Data(certificate.utf8) { return }
    let draft = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
    try write(certificate, to: draft, mode: 0o644)
    guard rename(draft, path) == 0 else {
      let problem = failure(path)
      unlink(draft)
      throw problem
    }
  }

  /// Nothing where there is none yet.
  var published: Data? { FileManager.default.contents(atPath: certificatePath) }

  private func makeFolder() throws(AuthorityError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
      throw .noSuchFolder(path: folder)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      let cause = (error as? CocoaError)?.underlying as? POSIXError
      throw .notKept(
        path: folder,
        reason: cause.map { String(cString: strerror($0.code.rawValue)) }
          ?? error.localizedDescription)
    }
  }

  private func write(_ text: String, to path: String, mode: mode_t) throws(AuthorityError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    guard fchmod(file, mode) == 0 else { throw failure(path) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw failure(path) }
      rest = rest.dropFirst(count)
    }
  }

  private func failure(_ path: String) -> AuthorityError {
    .notKept(path: path, reason: String(cString: strerror(errno)))
  }
}
