import LinkageCore

/// Stretches of time, by when they began: what may have been going on at a moment.
struct Spans: Sendable {
  private var began: [Instant] = []
  /// For each, the latest end of it and all before it.
  private var ends: [Instant] = []

  /// - Parameter spans: `Instant(.max)` for what may never have ended.
  init(_ spans: [(began: Instant, ended: Instant)]) {
    for span in spans.sorted(by: { $0.began < $1.began }) {
      began.append(span.began)
      ends.append(max(span.ended, ends.last ?? Instant(.min)))
    }
  }

  /// How many began before a moment.
  func count(before moment: Instant) -> Int {
    began.count(before: moment)
  }

  /// Whether all that had begun before `later` had ended, and `rest` more had passed, by `earlier`.
  func areOver(by earlier: Instant, before later: Instant, rest: Nanoseconds) -> Bool {
    end(before: later).isPast(at: earlier, by: rest)
  }

  /// When the last of those ended that had begun before a moment; `Instant(.min)` where none had.
  func end(before moment: Instant) -> Instant {
    let count = count(before: moment)
    return count == 0 ? Instant(.min) : ends[count - 1]
  }
}

extension [Instant] {
  /// How many lie before a moment; they are in order.
  func count(before moment: Instant) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Instant {
  /// Whether it lies `rest` or more before another moment; what has no end never does.
  func isPast(at moment: Instant, by rest: Nanoseconds = .zero) -> Bool {
    self != Instant(.max) && nanoseconds <= moment.nanoseconds - rest.count
  }
}
