import MockKit

/// The numbers that WeChat Pay gives out: the same for the same seed, order and time.
struct PayNumbers: Sendable {
  private let hash: SeededHash

  init(seed: UInt64) {
    hash = SeededHash(seed: seed)
  }

  /// 36 characters, such as `wx26112218a1…000000`.
  func prepay(_ outTradeNo: String, at now: Duration) -> String {
    let time = stamp(now).suffix(8)
    let tail = hash.hex("prepay|\(outTradeNo)|\(now / .milliseconds(1))", digits: 20)
    return "wx\(time)\(tail)000000"
  }

  /// 28 digits.
  func transaction(_ outTradeNo: String, at now: Duration) -> String {
    "420000\(digits("bank|\(outTradeNo)", 4))\(stamp(now).prefix(8))"
      + digits("transaction|\(outTradeNo)", 10)
  }

  /// 29 digits.
  func refund(_ outRefundNo: String, at now: Duration) -> String {
    "5030000\(stamp(now).prefix(8))\(digits("refund|\(outRefundNo)", 14))"
  }

  /// A notification's id.
  func notice(_ subject: String) -> String {
    let hex = hash.hex("notice|\(subject)", digits: 32)
    let cuts = [8, 12, 16, 20]
    return hex.enumerated().map { (cuts.contains($0) ? "-" : "") + String($1) }.joined()
  }

  /// In China, `20261122093000`.
  private func stamp(_ now: Duration) -> String {
    String(ChinaTime.text(now).filter(\.isNumber).prefix(14))
  }

  private func digits(_ text: String, _ count: Int) -> String {
    let number = String(hash.number(text))
    return String((String(repeating: "0", count: count) + number).suffix(count))
  }
}
