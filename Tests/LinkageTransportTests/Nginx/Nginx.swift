import Glibc
import LinkageTransport

/// Debian's nginx as a process of the test's own: settings, logs and sockets are all its own.
final class Nginx: Sendable {
  private let ports: [String: UInt16]
  private let folder: Folder
  private let process: ChildProcess

  /// In `servers` the words `PORT0` to `PORT9` stand for free ports of 127.0.0.1, `PORT_6` for one
  /// of [::1], and `FOLDER` for the folder of the logs. The sockets listen before nginx starts, so
  /// nobody has to wait for it. `files` are written to the folder.
  init(_ servers: String, files: [String: String] = [:]) throws {
    let sockets = try Self.sockets(for: servers)
    defer { for socket in sockets { RawSocket.end(socket.descriptor) } }
    ports = Dictionary(uniqueKeysWithValues: sockets.map { ($0.name, $0.port) })
    folder = try Folder()
    for (name, text) in files { try folder.write(text, to: name) }
    try folder.write(Self.settings(servers, ports, folder), to: "nginx.conf")
    let inherited = sockets.indices.map { "\(3 + $0);" }.joined()
    process = try ChildProcess(
      ["/usr/sbin/nginx", "-c", folder.path("nginx.conf"), "-e", folder.path("error.log")],
      sockets: sockets.map(\.descriptor), variables: ["NGINX=\(inherited)"])
  }

  func port(_ index: Int = 0) -> UInt16 { ports["PORT\(index)"] ?? 0 }
  func url(_ index: Int = 0, scheme: String = "http") -> String {
    "\(scheme)://127.0.0.1:\(port(index))"
  }
  var url6: String { "http://[::1]:\(ports["PORT_6"] ?? 0)" }

  /// What went wrong, in its own words.
  var errors: String { folder.lines(of: "error.log").suffix(5).joined(separator: "\n") }

  /// Replaces its workers; what they have begun they finish.
  func reload() { kill(process.id, SIGHUP) }

  func stop() { process.end(by: SIGTERM) }

  /// Ends it once it has answered all, and gives what it served: one line for each request.
  func finish() -> [String] {
    process.end(by: SIGQUIT)
    return folder.lines(of: "access.log")
  }

  private struct Socket {
    var name: String
    var descriptor: Int32
    var port: UInt16
  }

  private static func sockets(for servers: String) throws -> [Socket] {
    try ((0...9).map { "PORT\($0)" } + ["PORT_6"]).filter(servers.contains).map { name in
      let (descriptor, port) =
        try name == "PORT_6" ? RawSocket.listen6(backlog: 512) : RawSocket.listen(backlog: 512)
      // Two of its workers may accept at once, and one of them must not wait for ever.
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
      return Socket(name: name, descriptor: descriptor, port: port)
    }
  }

  private static func settings(
    _ servers: String, _ ports: [String: UInt16], _ folder: Folder
  ) -> String {
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path FOLDER/\($0);" }.joined(separator: "\n")
    let text = """
      daemon off;
      \(geteuid() == 0 ? "user root;" : "")
      worker_processes 1;
      worker_shutdown_timeout 2s;
      pid FOLDER/nginx.pid;
      error_log FOLDER/error.log info;
      events { worker_connections 2048; }
      http {
        \(temporary)
        log_format served '$arg_id $status $connection $connection_requests';
        access_log FOLDER/access.log served;
        \(servers)
      }
      """
    return ports.reduce(text.replacing("FOLDER", with: folder.path(""))) {
      $0.replacing($1.key, with: "\($1.value)")
    }
  }
}

/// nginx and a transport for the time of one test.
func withNginx<Result>(
  _ servers: String, files: [String: String] = [:],
  _ body: (Nginx, CurlTransport) async throws -> Result
) async throws -> Result {
  let nginx = try Nginx(servers, files: files)
  defer { nginx.stop() }
  return try await withTransport { try await body(nginx, $0) }
}
