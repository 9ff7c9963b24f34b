import Foundation
import Glibc
import MockKit
import Synchronization

/// Website, mini-program and WeChat, each in a process of its own with its data in files, so that any
/// of them can be killed and started again at the same address.
final class LoneMocks: Sendable {
  let client = WireClient(timeout: .seconds(60))
  private let folder: Folder
  private let ports: [String: Int]
  private let running = Mutex<[String: Running]>([:])

  init(_ names: [String], in folder: Folder) async throws {
    self.folder = folder
    ports = Dictionary(uniqueKeysWithValues: zip(names, Self.freePorts(names.count)))
    for name in names { try await start(name) }
  }

  deinit { client.close() }

  func url(_ name: String) -> String { "http://127.0.0.1:\(ports[name] ?? 0)" }

  func start(_ name: String) async throws {
    let peers = ports.keys.filter { $0 != name }.flatMap { ["--peer", "\($0)=\(url($0))"] }
    let port = String(ports[name] ?? 0)
    let process = try Running(
      ["mock", "--only", name, "--port", port, "--data", "data", "--any-code"] + peers, in: folder)
    running.withLock { $0[name] = process }
    try await eventually("\(name)'s banner") {
      if !process.isRunning { throw NeverCame(what: process.errorsSoFar) }
      return process.outputSoFar.contains("Ctrl-C")
    }
  }

  /// Nothing of it has time to do anything more.
  func kill(_ name: String) async {
    let process = running.withLock { $0[name] }
    process?.send(SIGKILL)
    _ = await process?.result()
  }

  /// Kept open until all are known, so none is given twice.
  private static func freePorts(_ count: Int) -> [Int] {
    let sockets = (0..<count).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
    defer { for socket in sockets { close(socket) } }
    return sockets.map { socket in
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      return withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = bind(socket, $0, size)
          _ = getsockname(socket, $0, &size)
        }
        return Int(UInt16(bigEndian: pointer.pointee.sin_port))
      }
    }
  }
}
