import LinkageCore
import LinkageTransport
import Testing

@Suite("nginx: every write is accounted for", .timeLimit(.minutes(2)), .serialized)
struct NginxAccountingTests {
  @Test("requests at the moment when idle connections are closed are sent at most once")
  func idleRace() async throws {
    let servers = """
      keepalive_timeout 10ms;
      server { listen 127.0.0.1:PORT0; location / { return 200 "ok"; } }
      """
    try await withNginx(servers) { nginx, transport in
      let ledger = Ledger()
      await withTaskGroup(of: Void.self) { group in
        for task in 0..<16 {
          group.addTask {
            for round in 0..<40 {
              await ledger.post("\(task)-\(round)", to: nginx.url(), with: transport)
              // Around the time-out, each a little differently.
              let pause = Nanoseconds(9_000_000 + Int64((task * 40 + round) % 20) * 100_000)
              await transport.sleep(until: transport.now() + pause)
            }
          }
        }
      }
      ledger.audit(Served(nginx.finish()))
      #expect(ledger.count(.answered) > 0)
      #expect(ledger.count(.unsent) == 0)
    }
  }

  @Test("a server that reloads under load is asked everything once and answers all but a few")
  func reload() async throws {
    let servers = "server { listen 127.0.0.1:PORT0; location / { return 200 ok; } }"
    try await withNginx(servers) { nginx, transport in
      let ledger = Ledger()
      await load(nginx, nginx.url(), by: .standard, with: transport, ledger)
      ledger.audit(Served(nginx.finish()))
      #expect(ledger.count(.answered) > 1500)
      #expect(ledger.count(.unsent) == 0)
    }
  }

  /// 1,600 requests, 8 at a time, with a reload at every two hundredth.
  private func load(
    _ nginx: Nginx, _ url: String, by connection: Connection, with transport: CurlTransport,
    _ ledger: Ledger
  ) async {
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for round in 0..<200 {
            if task == 0, round % 25 == 24 { nginx.reload() }
            await ledger.post("\(task)-\(round)", to: url, by: connection, with: transport)
          }
        }
      }
    }
  }
}
