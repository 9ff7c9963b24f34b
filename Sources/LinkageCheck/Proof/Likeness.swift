import Values

extension Value {
  /// Deeper than this, what is the same must also be written the same.
  private static let deepest = 64

  /// JSON in which everything reads the same that is the same for a reader: the keys of a map in any
  /// order, whole numbers of any type.
  func likeness(depth: Int = 0) -> String {
    guard depth < Self.deepest else { return json() }
    switch self {
    case .list(let elements):
      return "[" + elements.map { $0.likeness(depth: depth + 1) }.joined(separator: ",") + "]"
    case .map(let map):
      let entries = zip(map.keys, map.values).map { key, value in
        key.json() + ":" + value.likeness(depth: depth + 1)
      }
      return "{" + entries.sorted().joined(separator: ",") + "}"
    case .double(let number):
      return Int64(exactly: number).map { String($0) } ?? json()
    default: return json()
    }
  }
}
