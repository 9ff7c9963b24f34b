extension TimeSpan {
  /// Reads numbers with units, such as `1h30m`, `-1.5s` or `250ms`; units are h, m, s, ms, us (µs)
  /// and ns. Nil when the text is malformed or the length lies outside CEL's range.
  public init?(_ text: String) {
    var reader = DigitReader(text)
    let isNegative = reader.skip("-")
    if !isNegative { _ = reader.skip("+") }
    if reader.isAtEnd { return nil }
    var total = Nanoseconds()
    if !(reader.remainder == [UInt8(ascii: "0")]) {
      while !reader.isAtEnd {
        guard let part = reader.measuredPart(), total.add(part) else { return nil }
      }
    }
    guard let span = total.span(negative: isNegative), span.isInRange else { return nil }
    self = span
  }

  /// Seconds with as many digits after the point as needed: `6347s`, `-0.25s`.
  public var text: String {
    let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(abs(nanoseconds).asFraction)s"
  }
}

extension TimeSpan: CustomStringConvertible {
  public var description: String { text }
}

/// A sum of non-negative seconds and nanoseconds that notices overflow.
private struct Nanoseconds {
  var seconds: Int64 = 0
  var nanoseconds: Int64 = 0

  mutating func add(_ other: Nanoseconds) -> Bool {
    let (sum, overflow) = seconds.addingReportingOverflow(other.seconds)
    nanoseconds += other.nanoseconds
    seconds = sum
    guard !overflow, seconds < TimeSpan.limit * 2 else { return false }
    seconds += nanoseconds / 1_000_000_000
    nanoseconds %= 1_000_000_000
    return true
  }

  func span(negative: Bool) -> TimeSpan? {
    let span = TimeSpan(seconds: seconds, nanoseconds: Int32(nanoseconds))
    return negative ? span.negated : span
  }
}

extension DigitReader {
  fileprivate mutating func measuredPart() -> Nanoseconds? {
    let whole = digits()
    var fraction = 0
    if skip(".") {
      guard let read = self.fraction() ?? (whole == nil ? nil : 0) else { return nil }
      fraction = read
    } else if whole == nil {
      return nil
    }
    guard let unit = unitInNanoseconds(), let count = (whole ?? 0) as Int64? else { return nil }
    return product(of: count, fraction: Int64(fraction), unit: unit)
  }

  /// `count.fraction` units, the fraction given in billionths of one.
  private func product(of count: Int64, fraction: Int64, unit: Int64) -> Nanoseconds? {
    let perSecond: Int64 = 1_000_000_000
    let billionths =
      unit >= perSecond
      ? fraction * (unit / perSecond) : fraction / (perSecond / unit)
    let (seconds, overflow) = count.multipliedReportingOverflow(by: max(unit / perSecond, 1))
    guard !overflow else { return nil }
    guard unit < perSecond else {
      return Nanoseconds(
        seconds: seconds + billionths / perSecond, nanoseconds: billionths % perSecond)
    }
    let perUnit = perSecond / unit
    return Nanoseconds(
      seconds: count / perUnit, nanoseconds: count % perUnit * unit + billionths)
  }

  private mutating func unitInNanoseconds() -> Int64? {
    if skip("ms") { return 1_000_000 }
    if skip("us") || skip("µs") || skip("μs") { return 1000 }
    if skip("ns") { return 1 }
    if skip("h") { return 3_600_000_000_000 }
    if skip("m") { return 60_000_000_000 }
    return skip("s") ? 1_000_000_000 : nil
  }
}
