import LinkageCore

/// How long a change may take to the other platforms: what the contract promises, else five times what
/// was seen to take longest, and a second at least.
enum Deadlines {
  static func all(of index: HistoryIndex) -> [Nanoseconds] {
    let longest = index.measurements.compactMap(\.latency.upper).max() ?? .zero
    let usual = max(.seconds(1), Nanoseconds(longest.count * 5))
    return index.entities.map { $0.within ?? usual }
  }
}
