/// Writes values as JSON without recursion, so that depth never costs stack.
struct JSONWriter {
  /// A list or map that is being written.
  private struct Container {
    /// Nil for a list.
    let keys: [String]?
    let values: [Value]
    var next = 0
  }

  let pretty: Bool
  let sortedKeys: Bool
  private var output: [UInt8] = []
  private var open: [Container] = []

  init(pretty: Bool, sortedKeys: Bool) {
    self.pretty = pretty
    self.sortedKeys = sortedKeys
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  mutating func write(_ value: Value) {
    start(value)
    while let last = open.indices.last {
      let place = open[last].next
      open[last].next += 1
      guard place < open[last].values.count else {
        close()
        continue
      }
      if place > 0 { append(",") }
      breakLine()
      if let key = open[last].keys?[place] {
        writeQuoted(key)
        append(pretty ? ": " : ":")
      }
      start(open[last].values[place])
    }
  }

  /// Writes a scalar, or opens a list or map.
  private mutating func start(_ value: Value) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): append(String(value))
    case .uint(let value): append(String(value))
    case .double(let value) where value.isFinite: append(value.description)
    case .list(let list): openContainer(Container(keys: nil, values: list))
    case .map(let map): openContainer(container(map))
    default: writeQuoted(value.textForm)
    }
  }

  private func container(_ map: ValueMap) -> Container {
    var entries = map.map { (key: $0.key.textForm, value: $0.value) }
    if sortedKeys { entries.sort { $0.key.precedesByBytes($1.key) } }
    return Container(keys: entries.map(\.key), values: entries.map(\.value))
  }

  private mutating func openContainer(_ container: Container) {
    append(container.keys == nil ? "[" : "{")
    open.append(container)
  }

  private mutating func close() {
    guard let container = open.popLast() else { return }
    if !container.values.isEmpty { breakLine() }
    append(container.keys == nil ? "]" : "}")
  }

  private mutating func breakLine() {
    guard pretty else { return }
    append("\n")
    for _ in open { append("  ") }
  }

  private mutating func writeQuoted(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0..<0x20: writeControl(byte)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeControl(_ byte: UInt8) {
    switch byte {
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    default: append((byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16))
    }
  }

  private mutating func append(_ text: String) {
    output.append(contentsOf: text.utf8)
  }
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
