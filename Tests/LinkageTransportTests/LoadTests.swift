import Foundation
import LinkageCore
import LinkageTransport
import Testing

@Suite("Load", .timeLimit(.minutes(5)))
struct LoadTests {
  @Test("a thousand requests are in flight at once and each gets its own answer")
  func thousand() async throws {
    let gate = Gate()
    let script: RawServer.Script = { [.wait(gate), .ok($0.target)] }
    try await withServer(script) { server, transport in
      await withTaskExecutorPreference(transport.executor) {
        await withTaskGroup(of: (Int, HTTPExchange).self) { group in
          for number in 0..<1000 {
            group.addTask {
              let request = HTTPRequest.get(server.url + "/\(number)", timeout: .seconds(60))
              return (number, await transport.send(request, in: nil))
            }
          }
          // Each holds its connection until all have come.
          async let _ = server.open(gate, after: 1000)
          for await (number, exchange) in group {
            #expect(exchange.text == "/\(number)", "\(exchange.failure?.detail ?? "")")
            if exchange.failure != nil { gate.open() }
          }
        }
      }
      #expect(server.connections == 1000)
      #expect(await transport.usage().inFlight == 0)
    }
  }

  @Test("twenty thousand requests of every ending leave no descriptor, handle or jar behind")
  func noLeak() async throws {
    let script: RawServer.Script = { request in
      switch request.target {
      case "/close": [.close]
      case "/reset": [.reset]
      case "/half": [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1"), .close]
      default: [.ok(headers: ["Set-Cookie: a=1"])]
      }
    }
    try await withServer(script) { server, transport in
      await withTaskExecutorPreference(transport.executor) {
        await withTaskGroup(of: Void.self) { group in
          for worker in 0..<16 {
            group.addTask { await Self.work(worker, server.url, transport) }
          }
        }
      }
      #expect(server.requests.count == 20_000)
      let usage = await transport.usage()
      #expect(usage.inFlight == 0)
      #expect(usage.idleHandles <= 16)
      #expect(usage.sessions == 0)
      #expect(Descriptors.sockets(to: server.port) <= 16)
      await transport.shutdown()
      #expect(Descriptors.sockets(to: server.port) == 0)
      #expect(await transport.usage() == Usage(inFlight: 0, idleHandles: 0, sessions: 0))
    }
  }

  private static func work(_ worker: Int, _ url: String, _ transport: CurlTransport) async {
    let session = await transport.openSession()
    for number in 0..<1250 {
      let ending = number % 25 == worker ? ["/close", "/reset", "/half"][number % 3] : "/"
      _ = await transport.send(.get(url + ending, timeout: .seconds(120)), in: session)
    }
    await transport.close(session)
  }

  @Test("transports that are dropped take their descriptors with them")
  func dropped() async throws {
    let before = Descriptors.count
    for isClosed in [true, false] {
      for _ in 0..<100 {
        let transport = try CurlTransport()
        await transport.sleep(until: transport.now() + .microseconds(10))
        if isClosed { await transport.shutdown() }
      }
    }
    // Each had three; other tests of this process open some at the same time.
    while Descriptors.count > before + 200 { await Task.yield() }
  }
}

/// The process's open descriptors.
enum Descriptors {
  static var count: Int { numbers.count }

  /// How many connections of this process lead to a port of loopback.
  static func sockets(to port: UInt16) -> Int {
    let remote = "0100007F:" + String(port, radix: 16, uppercase: true).leftPadded(to: 4)
    guard let table = try? String(contentsOfFile: "/proc/self/net/tcp", encoding: .utf8) else {
      return -1
    }
    let open = Set(numbers.compactMap(target(of:)))
    return table.split(separator: "\n").dropFirst().count { line in
      let fields = line.split(separator: " ")
      return fields.count > 9 && fields[2] == remote && open.contains("socket:[\(fields[9])]")
    }
  }

  private static var numbers: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
  }

  private static func target(of number: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + number)
  }
}

extension String {
  fileprivate func leftPadded(to count: Int) -> String {
    String(repeating: "0", count: max(0, count - self.count)) + self
  }
}
