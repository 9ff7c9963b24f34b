/// Which lane the next scenario runs on: the one with the fewest, the first among equals.
struct LaneLoad {
  private var running: [Int]

  init(count: Int) { running = Array(repeating: 0, count: count) }

  mutating func next() -> Int {
    let lane = running.indices.min { running[$0] < running[$1] } ?? 0
    running[lane] += 1
    return lane
  }

  mutating func end(_ lane: Int) { running[lane] -= 1 }
}
