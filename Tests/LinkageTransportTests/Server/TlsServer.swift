/// A certificate authority and servers that it vouches for, all made for one test.
final class TlsAuthority: Sendable {
  private let folder: Folder

  /// The file with its certificate.
  var file: String { path("ca.pem") }

  init() throws {
    folder = try Folder()
    try openssl(
      Self.newKey + [
        "-x509", "-keyout", path("ca.key"), "-out", path("ca.pem"), "-days", "2", "-subj",
        "/CN=Test authority",
      ])
  }

  func path(_ name: String) -> String { folder.path(name) }

  /// Makes `server.pem` and `server.key` for a name such as `DNS:localhost`; the same for another
  /// `file` than `server`.
  func vouch(for name: String, as file: String = "server") throws {
    try folder.write("subjectAltName=\(name)\n", to: "extensions")
    try openssl(
      Self.newKey + [
        "-keyout", path("\(file).key"), "-out", path("\(file).csr"), "-subj", "/CN=\(file)",
      ])
    try openssl([
      "x509", "-req", "-in", path("\(file).csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
      "-CAcreateserial", "-days", "2", "-extfile", path("extensions"), "-out", path("\(file).pem"),
    ])
  }

  /// Makes `me-encrypted.key` of `me.key`.
  func encrypt(_ file: String, with password: String) throws {
    try openssl([
      "ec", "-in", path("\(file).key"), "-aes256", "-passout", "pass:\(password)", "-out",
      path("\(file)-encrypted.key"),
    ])
  }

  private static let newKey = [
    "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
  ]

  private struct Refused: Error { var arguments: [String] }

  private func openssl(_ arguments: [String]) throws {
    guard try ChildProcess(["openssl"] + arguments).wait() == 0 else {
      throw Refused(arguments: arguments)
    }
  }
}

/// A server of Python's that speaks TLS on loopback and keeps connections open. It answers with how
/// many connections there were, and whether this one resumed a session of another.
final class TlsServer: Sendable {
  let port: UInt16
  private let process: ChildProcess

  /// The socket listens before the server starts, so nobody has to wait for it. With a `version`
  /// such as `TLSv1_3` it speaks that and demands a certificate of the authority's.
  init(_ authority: TlsAuthority, demandingBy version: String? = nil) throws {
    let listener: Int32
    (listener, port) = try RawSocket.listen(backlog: 64)
    defer { RawSocket.end(listener) }
    process = try ChildProcess(
      [
        "python3", "-c", Self.script, authority.path("server.pem"), authority.path("server.key"),
        authority.file, version ?? "",
      ], standardInput: listener)
  }

  func stop() { process.end() }

  private static let script = """
    import socket, ssl, sys, threading
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    if sys.argv[4]:
        version = getattr(ssl.TLSVersion, sys.argv[4])
        context.minimum_version = context.maximum_version = version
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(sys.argv[3])
    listener = socket.socket(fileno=0)
    count = 0

    def serve(raw):
        global count
        try:
            with context.wrap_socket(raw, server_side=True) as connection:
                count += 1
                word = f"{count} {connection.session_reused}".encode()
                pending = b""
                while True:
                    received = connection.recv(65536)
                    if not received:
                        return
                    pending += received
                    while b"\\r\\n\\r\\n" in pending:
                        pending = pending.split(b"\\r\\n\\r\\n", 1)[1]
                        head = f"HTTP/1.1 200 OK\\r\\nContent-Length: {len(word)}\\r\\n\\r\\n"
                        connection.sendall(head.encode() + word)
        except OSError:
            pass

    while True:
        raw, _ = listener.accept()
        threading.Thread(target=serve, args=(raw,), daemon=True).start()
    """
}
