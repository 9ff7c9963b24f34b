import Foundation

/// A shop behind a certificate of an authority that no system trusts.
final class TlsShop: Sendable {
  let url: String
  /// The authority's certificate.
  let authority: String
  /// A client's certificate, with its private key.
  let client: (certificate: String, key: String)
  /// What the client's key is encrypted with.
  static let password = "Planted-Pa55word"
  private let folder: Folder
  private let server: Child

  /// - Parameter asksForCertificates: whether only clients with one of its authority are let in.
  init(asksForCertificates: Bool = false) async throws {
    folder = try Folder()
    let newKey = [
      "openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
    ]
    try await Self.run(
      newKey + ["-x509", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=CA"],
      in: folder)
    try folder.write("subjectAltName=IP:127.0.0.1\n", to: "names")
    try await Self.run(
      newKey + ["-keyout", "shop.key", "-out", "shop.csr", "-subj", "/CN=shop"], in: folder)
    try await Self.run(
      [
        "openssl", "x509", "-req", "-in", "shop.csr", "-CA", "ca.pem", "-CAkey", "ca.key",
        "-CAcreateserial", "-days", "2", "-extfile", "names", "-out", "shop.pem",
      ], in: folder)
    authority = try folder.read("ca.pem")
    client = try await Self.client(in: folder)
    let mode = asksForCertificates ? "CERT_REQUIRED" : "CERT_NONE"
    try folder.write(Self.script.replacing("CERT_NONE", with: mode), to: "shop.py")
    server = try Self.start(["python3", "shop.py"], in: folder)
    let (folder, server) = (folder, server)
    try await eventually("the port") { folder.has("port") || server.status != nil }
    url = "https://127.0.0.1:\(try folder.read("port"))"
  }

  deinit { server.send(SIGKILL) }

  private static func client(in folder: Folder) async throws -> (certificate: String, key: String) {
    try await run(
      [
        "openssl", "req", "-newkey", "rsa:2048", "-passout", "pass:\(password)", "-keyout",
        "client.key", "-out", "client.csr", "-subj", "/CN=client",
      ], in: folder)
    try await run(
      [
        "openssl", "x509", "-req", "-in", "client.csr", "-CA", "ca.pem", "-CAkey", "ca.key",
        "-CAcreateserial", "-days", "2", "-out", "client.pem",
      ], in: folder)
    return (try folder.read("client.pem"), try folder.read("client.key"))
  }

  private struct Refused: Error { var command: [String] }

  private static func run(_ command: [String], in folder: Folder) async throws {
    let child = try start(command, in: folder)
    try await eventually(command[1]) { child.status != nil }
    guard child.status == 0 else { throw Refused(command: command) }
  }

  private static func start(_ command: [String], in folder: Folder) throws -> Child {
    try Child(
      command, in: folder.url.path, environment: ["PATH": "/usr/bin:/bin"], output: "/dev/null",
      errors: "/dev/null")
  }

  private static let script = """
    import http.server, os, ssl

    class Shop(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do_GET(self):
            body = b'{"secure":true}'
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("shop.pem", "shop.key")
    context.load_verify_locations("ca.pem")
    context.verify_mode = ssl.CERT_NONE
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Shop)
    server.socket = context.wrap_socket(server.socket, server_side=True,
                                        do_handshake_on_connect=False)
    with open("port.new", "w") as file:
        file.write(str(server.server_port))
    os.rename("port.new", "port")
    server.serve_forever()
    """
}
