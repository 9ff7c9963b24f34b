import Foundation
import Logging
import MockKit
import Synchronization
import Testing

@Suite("Merchants who take their time, or no end") struct WeChatPaySlowTests {
  /// Answers only when another merchant has heard something.
  private final class Slow: Handler {
    private struct Count {
      var calls = 0
      var open = 0
      var most = 0
    }

    private let count = Mutex(Count())
    let ear: MerchantEar

    init(after ear: MerchantEar) { self.ear = ear }

    var calls: Int { count.withLock(\.calls) }
    var mostAtOnce: Int { count.withLock(\.most) }

    func answer(_ call: Call) async throws -> Reply {
      count.withLock { count in
        count.calls += 1
        count.open += 1
        count.most = max(count.most, count.open)
      }
      defer { count.withLock { $0.open -= 1 } }
      try await eventually { ear.news.isEmpty ? nil : true }
      return Reply(status: 204, contentType: nil, body: Data())
    }
  }

  private struct Long: Handler {
    func answer(_ call: Call) async throws -> Reply {
      Reply(status: 200, contentType: nil, body: Data(count: 1 << 20 | 1))
    }
  }

  private func serve(_ handler: any Handler, _ body: (String) async throws -> Void) async throws {
    let logger = Logger(label: "slow") { _ in SwiftLogNoOpLogHandler() }
    let server = try await MockServer.start(
      host: "127.0.0.1", port: 0, routes: [], fallback: handler, logger: logger)
    do {
      try await body("http://127.0.0.1:\(server.port)/notify")
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test("one who does not answer holds up no other")
  func sideBySide() async throws {
    let ear = MerchantEar()
    let slow = Slow(after: ear)
    try await serve(slow) { slowURL in
      try await ear.run { merchant, url in
        let first = try await merchant.prepay("SLOW0001", notify: slowURL)
        try await merchant.device(first, "pay").expect(200)
        try await eventually { slow.calls > 0 ? true : nil }
        let second = try await merchant.prepay("SLOW0002", notify: url)
        try await merchant.device(second, "pay").expect(200)
        try await merchant.world.settle()
        let notice = try await merchant.notices("SLOW0001")[0]
        #expect(notice["attempts"].list.map { $0["status"].int } == [204], "\(notice)")
        #expect(ear.news.count == 1 && slow.calls == 1)
      }
    }
  }

  @Test("one order's notifications go one after the other")
  func oneByOne() async throws {
    let ear = MerchantEar()
    let slow = Slow(after: ear)
    try await serve(slow) { slowURL in
      try await ear.run { merchant, url in
        let prepay = try await merchant.prepay("SLOW0003", notify: slowURL)
        try await merchant.device(prepay, "pay").expect(200)
        try await eventually { slow.calls > 0 ? true : nil }
        try await merchant.refund("SLOW0003", as: "SLOWR003", 40).expect(200)
        let other = try await merchant.prepay("SLOW0004", notify: url)
        try await merchant.device(other, "pay").expect(200)
        try await merchant.world.settle()
        #expect(slow.calls == 2 && slow.mostAtOnce == 1)
      }
    }
  }

  @Test("an answer that is too long is none")
  func tooLong() async throws {
    try await serve(Long()) { url in
      try await MockWorld.run { world in
        let merchant = try Merchant(world)
        let prepay = try await merchant.prepay("LONG0001", notify: url)
        try await merchant.device(prepay, "pay").expect(200)
        try await world.settle()
        let attempt = try await merchant.notices("LONG0001")[0]["attempts"][0]
        #expect(attempt["error"].text.hasPrefix("the answer is too long"), "\(attempt)")
      }
    }
  }
}
