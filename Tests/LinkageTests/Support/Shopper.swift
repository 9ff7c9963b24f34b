import Foundation
import MockKit
import Synchronization

/// A member who uses both platforms and remembers what each acknowledged.
actor Shopper {
  private struct Session: Decodable { let token: String }
  private struct Made: Decodable { let orderId: String }

  let phone: String
  private let mocks: LoneMocks
  private var headers: [String: [(name: String, value: String)]] = [:]
  private var random: Dice
  /// Reasons of the ledger lines that were acknowledged.
  private(set) var booked: Set<String> = []
  /// The orders that were acknowledged, with whether their payment was.
  private(set) var orders: [String: Bool] = [:]
  private var count = 0

  init(phone: String, seed: UInt64, mocks: LoneMocks) {
    self.phone = phone
    self.mocks = mocks
    random = Dice(seed: seed)
  }

  /// Registers on the website and logs in to both.
  func join() async throws {
    let body = #"{"phone":"\#(phone)","password":"secret-1"}"#
    let web = try await send("web", "POST", "/api/register", body)
    let cookie = web.header("set-cookie")?.prefix { $0 != ";" } ?? ""
    headers["web"] = [("cookie", String(cookie))]
    let codes = #"{"code":"\#(phone)","phoneCode":"\#(phone)"}"#
    let mini = try await settled { try await self.send("mini", "POST", "/api/login", codes) }
    let token = try JSONDecoder().decode(Session.self, from: mini.body).token
    headers["mini"] = [("authorization", "Bearer \(token)")]
  }

  /// Does one thing, and does it again under the same key until it is answered.
  func act() async throws {
    count += 1
    let side = random.next() % 2 == 0 ? "web" : "mini"
    if random.next() % 4 == 0 { return try await order(on: side) }
    let reason = "\(phone)-\(count)"
    let (kind, amount) = random.next() % 3 == 0 ? ("spend", 1) : ("earn", 3)
    let body = #"{"amount":\#(amount),"reason":"\#(reason)"}"#
    let answer = try await insist(on: side, "/api/points/\(kind)", body, key: reason)
    if answer.status == 201 { booked.insert(reason) }
  }

  private func order(on side: String) async throws {
    let body =
      #"{"items":[{"sku":"cup-celadon","quantity":1}],"#
      + #""address":{"name":"n","phone":"13900000000","line":"l"}}"#
    let made = try await insist(on: side, "/api/orders", body, key: "order-\(phone)-\(count)")
    guard made.status == 201 else { return }
    let id = try JSONDecoder().decode(Made.self, from: made.body).orderId
    orders[id] = false
    let payer = random.next() % 2 == 0 ? "web" : "mini"
    let paid = try await insist(on: payer, "/api/orders/\(id)/pay", "", key: "pay-\(id)")
    if paid.status == 200 { orders[id] = true }
  }

  /// The page and all that follow it.
  func pages(_ side: String, _ path: String) async throws -> [Data] {
    var (pages, next): ([Data], String?) = ([], path)
    while let path = next {
      let answer = try await send(side, "GET", path)
      pages.append(answer.body)
      next = answer.header("link").flatMap { $0.firstMatch(of: /<([^>]*)>; rel="next"/) }
        .map { String($0.1) }
    }
    return pages
  }

  /// Until there is an answer that says what became of it.
  private func insist(
    on side: String, _ path: String, _ body: String, key: String
  ) async throws -> WireAnswer {
    let key = [("idempotency-key", "\"\(key)\"")]
    return try await settled { try await self.send(side, "POST", path, body, key) }
  }

  /// What is not there yet, still being done, or down is asked again.
  private func settled(_ ask: () async throws -> WireAnswer) async throws -> WireAnswer {
    let end = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < end {
      if let answer = try? await ask(), answer.status < 500, !isEarly(answer) { return answer }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NeverCame(what: "an answer for \(phone)")
  }

  private func isEarly(_ answer: WireAnswer) -> Bool {
    let problem = try? JSONDecoder().decode(Problem.self, from: answer.body)
    let early = ["request-in-progress", "not-registered", "order-not-found", "unknown-member"]
    return early.contains { problem?.type == "/problems/\($0)" }
  }

  private func send(
    _ side: String, _ method: String, _ path: String, _ body: String = "",
    _ more: [(name: String, value: String)] = []
  ) async throws -> WireAnswer {
    let request = WireRequest(
      method, path, headers: (headers[side] ?? []) + more, body: Data(body.utf8))
    return try await mocks.client.send(request, to: mocks.url(side))
  }
}

/// Until it comes shoppers begin something new, and afterwards end what they have begun.
final class ClosingTime: Sendable {
  private let state = Mutex(false)

  var hasCome: Bool { state.withLock(\.self) }

  func come() {
    state.withLock { $0 = true }
  }
}

/// SplitMix64: the same numbers for the same seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
