/// What is to happen, the earliest first; of two at the same moment the one that was planned first.
struct Agenda {
  private struct Item {
    var moment: Int64
    var number: Int
    var action: () -> Void
  }

  private var items: [Item] = []
  private var count = 0

  mutating func plan(_ moment: Int64, _ action: @escaping () -> Void) {
    items.append(Item(moment: moment, number: count, action: action))
    count += 1
    var place = items.count - 1
    while place > 0, isEarlier(place, (place - 1) / 2) {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func next() -> (moment: Int64, action: () -> Void)? {
    guard let first = items.first else { return nil }
    items[0] = items[items.count - 1]
    items.removeLast()
    var place = 0
    while true {
      let (left, right) = (2 * place + 1, 2 * place + 2)
      var least = place
      if left < items.count, isEarlier(left, least) { least = left }
      if right < items.count, isEarlier(right, least) { least = right }
      if least == place { break }
      items.swapAt(place, least)
      place = least
    }
    return (first.moment, first.action)
  }

  private func isEarlier(_ a: Int, _ b: Int) -> Bool {
    (items[a].moment, items[a].number) < (items[b].moment, items[b].number)
  }
}

/// SplitMix64: the same seed gives the same numbers everywhere.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int64>) -> Int64 {
    range.lowerBound + Int64(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True so often in a hundred.
  mutating func percent(_ share: Int64) -> Bool { roll(0...99) < share }

  mutating func pick<Item>(_ items: [Item]) -> Item? {
    items.isEmpty ? nil : items[Int(roll(0...Int64(items.count - 1)))]
  }
}
