extension YAMLNode {
  /// The requests of an operation: its one mapping, or each of a list.
  var requests: [YAMLNode] {
    switch content {
    case .list(let items): items
    case .mapping: [self]
    case .scalar, .broken: []
    }
  }

  /// The value of a mapping's key; `nil` for any other node.
  func value(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.scalarText == key }?.value
  }

  /// The keys of the mapping under a key, of this node or of each item of a list.
  func keys(under key: String) -> [YAMLNode] {
    if case .list(let items) = content { return items.flatMap { $0.keys(under: key) } }
    guard case .mapping(let entries)? = value(key)?.content else { return [] }
    return entries.map(\.key)
  }
}
