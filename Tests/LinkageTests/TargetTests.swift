import Foundation
import Testing

@Suite("Any target")
struct TargetTests {
  @Test("mocks in another process are a target like any other")
  func otherProcess() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let mocks = try await Mocks(in: folder)
    try folder.write(mocks.target(), to: "scenarios/targets/other.yaml")
    let run = try await Binary.run(["run", "scenarios", "--target", "other"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let again = try await Binary.run(
      ["run", "scenarios", "--target", "scenarios/targets/other.yaml"], in: folder)
    #expect(again.code == 0, "\(again.errors)\(again.output)")
  }

  @Test("four mocks in four processes work together, and one can go")
  func ownProcesses() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let names = ["web", "mini", "wechat", "counter"]
    let ports = try FreePorts.take(4)
    let peers = zip(names, ports).flatMap { ["--peer", "\($0)=http://127.0.0.1:\($1)"] }
    var processes: [Running] = []
    for (name, port) in zip(names, ports) {
      processes.append(
        try Running(["mock", "--only", name, "--port", "\(port)"] + peers, in: folder))
    }
    for process in processes {
      try await eventually("a banner") { process.outputSoFar.contains("http://127.0.0.1") }
    }
    var target = try folder.read("scenarios/targets/mock.yaml")
    for (default_, port) in zip([4701, 4702, 4703], ports) {
      target = target.replacingOccurrences(of: ":\(default_)", with: ":\(port)")
    }
    try folder.write(target, to: "scenarios/targets/own.yaml")
    let run = try await Binary.run(["run", "scenarios", "--target", "own"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")

    processes[1].send(SIGKILL)
    _ = await processes[1].result()
    let without = try await Binary.run(["run", "scenarios", "--target", "own"], in: folder)
    #expect(without.code == 4)
    #expect(without.errors.contains("127.0.0.1:\(ports[1])"))
  }

  @Test("where writing is denied, what writes is skipped and nothing is proved")
  func writesDenied() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let mocks = try await Mocks(in: folder)
    try folder.write(mocks.target() + "writes: deny\n", to: "scenarios/targets/readonly.yaml")
    let run = try await Binary.run(["run", "scenarios", "--target", "readonly"], in: folder)
    #expect(run.code == 5)
    #expect(try folder.read("results/latest/junit.xml").contains("<skipped"))
  }
}

/// Ports that nobody listens on, taken all at once so that they differ.
enum FreePorts {
  struct None: Error {}

  static func take(_ count: Int) throws -> [Int] {
    let sockets = (0..<count).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
    defer { for socket in sockets { close(socket) } }
    return try sockets.map(bound)
  }

  private static func bound(_ descriptor: Int32) throws -> Int {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
      }
    }
    guard result == 0 else { throw None() }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
