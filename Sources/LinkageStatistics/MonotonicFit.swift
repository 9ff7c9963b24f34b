/// The ascending values nearest to given ones, by weighted squares: neighbours in the wrong order
/// are pooled (Ayer and others, Ann. Math. Statist. 26, 1955).
struct MonotonicFit {
  private(set) var values: [Double]

  /// - Parameter weights: above zero, one for each value.
  init(values: [Double], weights: [Double]) {
    var blocks: [(mean: Double, weight: Double, count: Int)] = []
    for (value, weight) in zip(values, weights) {
      blocks.append((value, weight, 1))
      while blocks.count > 1, blocks[blocks.count - 2].mean >= blocks[blocks.count - 1].mean {
        let (last, before) = (blocks.removeLast(), blocks.removeLast())
        let weight = last.weight + before.weight
        let mean = (last.mean * last.weight + before.mean * before.weight) / weight
        blocks.append((mean, weight, last.count + before.count))
      }
    }
    self.values = blocks.flatMap { Array(repeating: $0.mean, count: $0.count) }
  }
}
