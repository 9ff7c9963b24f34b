import Foundation
import Glibc
import LinkageTransport

/// Debian's squid as a process of the test's own, which lets everybody through who knows a word.
final class Squid: Sendable {
  let port: UInt16
  private let folder: Folder
  private let process: ChildProcess

  struct NotStarted: Error { var errors: [String] }

  /// Who asks it must be `me` with `geheim`, or nobody in particular.
  init(asksWho: Bool = false) throws {
    folder = try Folder()
    try folder.write("me:$apr1$abcdefgh$bw9gEObk10asetVLiysIZ0\n", to: "users")
    // The port is free until somebody else takes it: then another one is.
    for _ in 0..<5 {
      let (descriptor, port) = try RawSocket.listen(backlog: 1)
      RawSocket.end(descriptor)
      try folder.write(Self.settings(port, asksWho: asksWho, folder), to: "squid.conf")
      let process = try ChildProcess([
        "/usr/sbin/squid", "-N", "-n", Self.name(port), "-f", folder.path("squid.conf"),
      ])
      if Self.isReady(process, port) {
        self.port = port
        self.process = process
        return
      }
      process.end()
      Self.sweep(port)
    }
    throw NotStarted(errors: folder.lines(of: "cache.log"))
  }

  func url(_ word: String? = nil) -> String {
    "http://\(word.map { "me:\($0)@" } ?? "")127.0.0.1:\(port)"
  }

  /// At once, and whatever it is about.
  func kill() {
    process.end(by: SIGKILL)
    Self.sweep(port)
  }

  /// Two of one name would share memory.
  private static func name(_ port: UInt16) -> String { "linkagetest\(port)" }

  /// Removes the shared memory that it leaves behind when it is killed.
  private static func sweep(_ port: UInt16) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/shm")) ?? []
    for found in names where found.hasPrefix(name(port) + "-") { shm_unlink("/" + found) }
  }

  /// It listens, or has ended.
  private static func isReady(_ process: ChildProcess, _ port: UInt16) -> Bool {
    for _ in 0..<3000 {
      if RawSocket.isOpen(port: port) { return true }
      if process.hasEnded { return false }
      usleep(10_000)
    }
    return false
  }

  private static func settings(_ port: UInt16, asksWho: Bool, _ folder: Folder) -> String {
    let access = """
      auth_param basic program /usr/lib/squid/basic_ncsa_auth \(folder.path("users"))
      auth_param basic children 1 startup=1
      acl known proxy_auth REQUIRED
      http_access allow known
      http_access deny all
      """
    return """
      http_port 127.0.0.1:\(port)
      pid_filename none
      cache_log \(folder.path("cache.log"))
      access_log none
      cache deny all
      coredump_dir \(folder.path(""))
      visible_hostname localhost
      pinger_enable off
      netdb_filename none
      shutdown_lifetime 0 seconds
      \(asksWho ? access : "http_access allow all")

      """
  }
}

/// squid and a transport for the time of one test.
func withSquid<Result>(
  asksWho: Bool = false, _ body: (Squid, CurlTransport) async throws -> Result
) async throws -> Result {
  let squid = try Squid(asksWho: asksWho)
  defer { squid.kill() }
  return try await withTransport { try await body(squid, $0) }
}
