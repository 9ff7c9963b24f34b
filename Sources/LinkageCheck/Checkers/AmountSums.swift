import LinkageCore

/// What amounts add up to that count from some moment on each: what raises, and what lowers.
struct AmountSums {
  struct Part {
    var raised: Int64 = 0
    /// Zero or less.
    var lowered: Int64 = 0

    static func + (one: Part, other: Part) -> Part {
      Part(raised: one.raised &+ other.raised, lowered: one.lowered &+ other.lowered)
    }

    static prefix func - (part: Part) -> Part {
      Part(raised: 0 &- part.raised, lowered: 0 &- part.lowered)
    }
  }

  /// The earliest first.
  private let moments: [Instant]
  /// Of all up to each moment; one more than there are moments.
  private let sums: [Part]

  init(_ entries: [(from: Instant, part: Part)]) {
    let entries = entries.sorted { $0.from < $1.from }
    moments = entries.map(\.from)
    sums = entries.reduce(into: [Part()]) { sums, entry in
      sums.append(sums[sums.count - 1] + entry.part)
    }
  }

  /// Of all that count from before a moment.
  func sum(before moment: Instant) -> Part {
    sums[moments.count(before: moment)]
  }
}

extension Amounts.Move {
  var part: AmountSums.Part {
    AmountSums.Part(raised: max(amount, 0), lowered: min(amount, 0))
  }
}
