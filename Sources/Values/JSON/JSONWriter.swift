/// Writes values as JSON without recursion, so that depth never costs stack.
struct JSONWriter {
  /// A list or map that is being written.
  private struct Container {
    enum Content {
      case list([Value])
      case map([ValueMap.Element])
    }

    let content: Content
    var next = 0

    var count: Int {
      switch content {
      case .list(let list): list.count
      case .map(let entries): entries.count
      }
    }
  }

  let pretty: Bool
  let sortedKeys: Bool
  private(set) var output: [UInt8] = []
  private var open: [Container] = []

  init(pretty: Bool, sortedKeys: Bool) {
    self.pretty = pretty
    self.sortedKeys = sortedKeys
  }

  mutating func write(_ value: Value) {
    start(value)
    while let last = open.indices.last {
      let place = open[last].next
      open[last].next += 1
      guard place < open[last].count else {
        close()
        continue
      }
      if place > 0 { append(UInt8(ascii: ",")) }
      breakLine()
      switch open[last].content {
      case .list(let list): start(list[place])
      case .map(let entries):
        writeKey(entries[place].key)
        start(entries[place].value)
      }
    }
  }

  private mutating func writeKey(_ key: Value) {
    if case .string(let text) = key { writeQuoted(text) } else { writeQuoted(key.textForm) }
    append(UInt8(ascii: ":"))
    if pretty { append(UInt8(ascii: " ")) }
  }

  /// Writes a scalar, or opens a list or map.
  private mutating func start(_ value: Value) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): JSONText.number(value, into: &output)
    case .uint(let value): append(String(value))
    case .double(let value) where value.isFinite: append(value.description)
    case .string(let text): writeQuoted(text)
    case .list(let list): openContainer(Container(content: .list(list)))
    case .map(let map): openContainer(Container(content: .map(entries(map))))
    default: writeQuoted(value.textForm)
    }
  }

  private func entries(_ map: ValueMap) -> [ValueMap.Element] {
    guard sortedKeys else { return map.entries }
    let named = map.entries.map { (name: $0.key.textForm, entry: $0) }
    return named.sorted { $0.name.precedesByBytes($1.name) }.map(\.entry)
  }

  private mutating func openContainer(_ container: Container) {
    let isList = if case .list = container.content { true } else { false }
    append(isList ? UInt8(ascii: "[") : UInt8(ascii: "{"))
    open.append(container)
  }

  private mutating func close() {
    guard let container = open.popLast() else { return }
    if container.count > 0 { breakLine() }
    let isList = if case .list = container.content { true } else { false }
    append(isList ? UInt8(ascii: "]") : UInt8(ascii: "}"))
  }

  private mutating func breakLine() {
    guard pretty else { return }
    append(UInt8(ascii: "\n"))
    for _ in open { append("  ") }
  }

  private mutating func writeQuoted(_ text: String) { JSONText.quote(text, into: &output) }

  private mutating func append(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  private mutating func append(_ byte: UInt8) { output.append(byte) }
}

extension Value {
  /// A scalar as the text that stands for it in JSON strings and map keys.
  var textForm: String {
    switch self {
    case .string(let text), .type(let text): text
    case .bytes(let bytes): Base64.encode(bytes)
    case .timestamp(let time): time.text
    case .duration(let span): span.text
    case .double(let number) where number.isNaN: "NaN"
    case .double(let number) where number.isInfinite: number < 0 ? "-Infinity" : "Infinity"
    default: json()
    }
  }
}
