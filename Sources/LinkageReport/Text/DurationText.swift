package import LinkageCore

/// Lengths of time as people read them: three significant digits below a second, two decimals above.
package enum DurationText {
  /// `1.24 s`, `12.3 ms`, `870 µs`, `0 ms`; rounded to the nearest.
  package static func text(_ length: Nanoseconds) -> String { text(length, .nearest) }

  static func text(_ length: Nanoseconds, _ rounding: Rounding) -> String {
    if length.count == 0 { return "0 ms" }
    if length.count < 0 {
      return "-" + text(Nanoseconds(0 - max(length.count, -longest)), rounding.mirrored)
    }
    let length = Nanoseconds(min(length.count, longest))
    let unit = Unit.fitting(length.count, rounding)
    return unit.digits(of: length.count, rounding) + " " + unit.rawValue
  }

  /// Some 146 years: leaves room to round up.
  private static let longest = Int64.max / 2

  enum Rounding {
    case down, nearest, up

    var mirrored: Rounding {
      switch self {
      case .down: .up
      case .nearest: .nearest
      case .up: .down
      }
    }
  }

  enum Unit: String, CaseIterable {
    case nanoseconds = "ns"
    case microseconds = "µs"
    case milliseconds = "ms"
    case seconds = "s"

    private var size: Int64 {
      switch self {
      case .nanoseconds: 1
      case .microseconds: 1_000
      case .milliseconds: 1_000_000
      case .seconds: 1_000_000_000
      }
    }

    /// The smallest unit in which the rounded number stays below a thousand.
    static func fitting(_ count: Int64, _ rounding: Rounding) -> Unit {
      allCases.first { unit in
        guard unit != .seconds else { return true }
        let step = unit.step(for: count)
        return rounded(count, to: step, rounding) < 1_000 * unit.size
      } ?? .seconds
    }

    /// The number alone: `0.9`, `12.3`, `10.00`.
    func digits(of count: Int64, _ rounding: Rounding) -> String {
      let step = step(for: count)
      let value = Unit.rounded(count, to: step, rounding)
      let whole = String(value / size)
      guard step < size else { return whole }
      let scale = size / step
      let fraction = String(value % size / step)
      let padded =
        String(repeating: "0", count: String(scale).count - 1 - fraction.count) + fraction
      return self == .seconds ? "\(whole).\(padded)" : Unit.joined(whole, padded)
    }

    /// What the last printed digit stands for, in nanoseconds.
    private func step(for count: Int64) -> Int64 {
      if self == .seconds { return size / 100 }
      let decimals = count >= 100 * size ? 0 : count >= 10 * size ? 1 : 2
      let divisor: Int64 = [1, 10, 100][decimals]
      let finer: Int64 = count < size ? 10 : 1
      return max(1, size / (divisor * finer))
    }

    private static func rounded(_ count: Int64, to step: Int64, _ rounding: Rounding) -> Int64 {
      let below = count / step * step
      let rest = count - below
      switch rounding {
      case .down: return below
      case .nearest: return rest * 2 >= step ? below + step : below
      case .up: return rest > 0 ? below + step : below
      }
    }

    private static func joined(_ whole: String, _ fraction: String) -> String {
      var digits = fraction[...]
      while digits.last == "0" { digits.removeLast() }
      return digits.isEmpty ? whole : "\(whole).\(digits)"
    }
  }
}
