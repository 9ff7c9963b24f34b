import LinkageCore
import LinkageTransport
import Testing

@Suite("Many outstanding", .timeLimit(.minutes(5)), .serialized)
struct OutstandingTests {
  @Test("thousands of requests are outstanding at once, none fails, and connections are used again")
  func thousands() async throws {
    let count = 2000
    let server = try HoldingServer(until: count)
    defer { server.stop() }
    let transport = try CurlTransport(TransportOptions(longestIdle: 3_600))
    await withTaskExecutorPreference(transport.executor) {
      for round in 0..<2 {
        let answers = await Self.ask(server.url, count, transport)
        #expect(answers.count == count)
        // Which connection of which multi handle is free is a matter of moments for a few.
        let fresh = answers.count { !$0 }
        #expect(round == 0 ? fresh == count : fresh < count / 2)
      }
    }
    #expect(await transport.usage().inFlight == 0)
    await transport.shutdown()
  }

  /// Gives for each answer whether its connection was used before.
  private static func ask(
    _ url: String, _ count: Int, _ transport: CurlTransport
  ) async -> [Bool] {
    await withTaskGroup(of: Bool?.self) { group in
      for number in 0..<count {
        group.addTask {
          let request = HTTPRequest.get("\(url)/\(number)", timeout: .seconds(120))
          let exchange = await transport.send(request, in: nil)
          return exchange.text == "/\(number)" ? exchange.phases.reused : nil
        }
      }
      return await group.reduce(into: []) { all, one in if let one { all.append(one) } }
    }
  }
}
