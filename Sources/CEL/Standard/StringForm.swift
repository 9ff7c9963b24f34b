import Values

/// What `%s` writes. It does not recurse, so that depth never costs stack.
struct StringForm {
  /// A list or map some of whose elements are written.
  private struct Container {
    /// Nil for a list.
    let keys: [Value]?
    let values: [Value]
    var texts: [String] = []
  }

  private var open: [Container] = []

  static func text(of value: Value, _ budget: inout Budget) throws(Problem) -> String {
    var form = StringForm()
    return try form.text(of: value, &budget)
  }

  private mutating func text(of value: Value, _ budget: inout Budget) throws(Problem) -> String {
    var done = try start(value, &budget)
    while let last = open.indices.last {
      if let text = done { open[last].texts.append(text) }
      let next = open[last].texts.count
      if next < open[last].values.count {
        done = try start(open[last].values[next], &budget)
      } else {
        done = try finish(open.removeLast(), &budget)
      }
    }
    return done ?? ""
  }

  /// A scalar's text; nil when a list or map was opened instead.
  private mutating func start(_ value: Value, _ budget: inout Budget) throws(Problem) -> String? {
    switch value {
    case .list(let list): open.append(Container(keys: nil, values: list))
    case .map(let map): open.append(Container(keys: map.keys, values: map.values))
    default: return try scalar(value, &budget)
    }
    return nil
  }

  private func finish(_ container: Container, _ budget: inout Budget) throws(Problem) -> String {
    try budget.build(2 + container.texts.reduce(0) { $0 + $1.utf8.count + 4 })
    guard let keys = container.keys else {
      return "[" + container.texts.joined(separator: ", ") + "]"
    }
    var entries: [(key: String, value: String)] = []
    for (key, text) in zip(keys, container.texts) {
      entries.append((try scalar(key, &budget), text))
    }
    entries.sort { $0.key.precedesByBytes($1.key) }
    return "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }

  private func scalar(_ value: Value, _ budget: inout Budget) throws(Problem) -> String {
    switch value {
    case .null: return "null"
    case .bool(let bool): return bool ? "true" : "false"
    case .string(let text), .type(let text):
      try budget.build(text.utf8.count)
      return text
    case .bytes(let bytes):
      try budget.build(bytes.count * 3)
      return String(decoding: bytes, as: UTF8.self)
    case .timestamp(let time): return time.text
    case .duration(let span): return span.text
    case .double(let number):
      try budget.build(24)
      return NumberText.shortest(number)
    default:
      try budget.build(24)
      return value.json()
    }
  }
}
