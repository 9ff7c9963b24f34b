import MockKit

/// What a merchant is told, until it takes it.
struct Notice: Codable, Sendable {
  /// What came of it.
  struct Attempt: Codable, Sendable {
    /// RFC 3339 with milliseconds.
    let at: String
    let kind: Kind
    /// What the merchant answered.
    var status: Int?
    /// Why it did not.
    var error: String?

    var isTaken: Bool { status == 200 || status == 204 }
  }

  enum Kind: String, Codable, Sendable {
    case genuine, forged, dropped
  }

  /// How long after a failure the next attempt begins.
  static let pauses: [Duration] = [
    .seconds(15), .seconds(15), .seconds(30), .seconds(180), .seconds(600), .seconds(1200),
    .seconds(1800), .seconds(1800), .seconds(1800), .seconds(3600), .seconds(10_800),
    .seconds(10_800), .seconds(10_800), .seconds(21_600), .seconds(21_600),
  ]

  let id: String
  /// Such as `TRANSACTION.SUCCESS`.
  let event: String
  /// `transaction` or `refund`.
  let type: String
  let summary: String
  let url: String
  /// What is told, as JSON.
  let text: String
  /// Under which it is signed.
  let serial: String
  let outTradeNo: String
  /// In seconds since 1970.
  let created: Int64
  private(set) var attempts: [Attempt] = []
  private var plan: NoticePlan
  private var failures = 0
  /// When it is sent next, in milliseconds since 1970; nothing where it never is.
  private(set) var due: Int64?

  init(
    id: String, event: String, type: String, summary: String, url: String, text: String,
    payment: Payment, plan: NoticePlan, now: Duration
  ) {
    self.id = id
    self.event = event
    self.type = type
    self.summary = summary
    self.url = url
    self.text = text
    self.plan = plan
    serial = payment.serial
    outTradeNo = payment.order.outTradeNo
    created = now.components.seconds
    due = Int64(now / .milliseconds(1)) + Int64(plan.delayMs)
  }

  /// What the next attempt is.
  var next: Kind { plan.drop > 0 ? .dropped : plan.forge > 0 ? .forged : .genuine }

  var isDelivered: Bool { attempts.contains { $0.kind == .genuine && $0.isTaken } }

  /// Writes an attempt down, and when the next one is.
  mutating func note(_ attempt: Attempt, at now: Duration) {
    attempts.append(attempt)
    let now = Int64(now / .milliseconds(1))
    switch attempt.kind {
    case .dropped:
      plan.drop -= 1
      due = retry(after: now)
    case .forged:
      plan.forge -= 1
      due = now
    case .genuine where attempt.isTaken:
      due = plan.repeat > 0 ? now : nil
      plan.repeat -= 1
    case .genuine: due = retry(after: now)
    }
  }

  private mutating func retry(after now: Int64) -> Int64? {
    guard Self.pauses.indices.contains(failures) else { return nil }
    defer { failures += 1 }
    return now + Int64(Self.pauses[failures] / .milliseconds(1))
  }
}
