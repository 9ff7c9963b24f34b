/// Something about a kind of fault that can be set.
package struct FaultAttribute: Sendable, Equatable {
  /// What its value is.
  package enum Form: Sendable, Equatable {
    /// Such as `300ms`, or a number of milliseconds, within the bounds.
    case duration(ClosedRange<Duration>)
    /// A length or how lengths are distributed, such as `5ms..50ms`.
    case latency
    /// A whole number within the bounds.
    case number(ClosedRange<Int>)
  }

  package let name: String
  package let form: Form
  package let standard: FaultValue
  package let meaning: FaultText

  package init(
    _ name: String, _ form: Form, standard: FaultValue, _ meaning: FaultText
  ) {
    self.name = name
    self.form = form
    self.standard = standard
    self.meaning = meaning
  }

  /// Whether a value is of the form.
  func takes(_ value: FaultValue) -> Bool {
    switch (form, value) {
    case (.duration(let range), _): value.duration.map(range.contains) ?? false
    case (.latency, _): value.latency != nil
    case (.number(let range), .number(let number)):
      Int(exactly: number).map(range.contains) ?? false
    default: false
    }
  }
}

extension FaultAttribute.Form {
  /// What is expected, such as `a length of time from 10ms to 4s`.
  package var expected: FaultText {
    switch self {
    case .duration(let range):
      let (from, to) = (FaultValue(range.lowerBound), FaultValue(range.upperBound))
      return FaultText(
        "a length of time from \(from) to \(to), such as 300ms", " \(from) 到 \(to) 的时长，例如 300ms")
    case .latency: return FaultText(LinkLatency.forms, " \(LinkLatency.forms)")
    case .number(let range):
      let (from, to) = (range.lowerBound, range.upperBound)
      return FaultText("a whole number from \(from) to \(to)", " \(from) 到 \(to) 的整数")
    }
  }
}

extension FaultValue {
  /// As people write it: `168h`, `4s`, `300ms`.
  init(_ length: Duration) {
    let units: [(String, Duration)] = [("h", .seconds(3600)), ("s", .seconds(1))]
    let unit = units.first { (length / $0.1).remainder(dividingBy: 1) == 0 && length != .zero }
    let (name, size) = unit ?? ("ms", .milliseconds(1))
    let number = length / size
    self = .text(Int(exactly: number).map { "\($0)\(name)" } ?? "\(number)\(name)")
  }

  /// A number is one of milliseconds; a text may begin with a minus.
  var duration: Duration? {
    switch self {
    case .number(let number):
      // A hundred years; far more would not fit.
      return abs(number) <= 100 * 365 * 86_400e3 ? .milliseconds(number) : nil
    case .flag: return nil
    case .text(let text):
      let isNegative = text.hasPrefix("-")
      let length = isNegative ? String(text.dropFirst()) : text
      guard let length = try? LatencyReader.duration(length) else { return nil }
      return isNegative ? .zero - length : length
    }
  }

  var latency: LinkLatency? {
    if case .text(let text) = self { return try? LinkLatency(text) }
    return duration.flatMap { $0 < .zero || $0 > LinkLatency.longest ? nil : .fixed($0) }
  }
}
