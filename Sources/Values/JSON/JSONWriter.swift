/// Writes values as JSON.
struct JSONWriter {
  let pretty: Bool
  let sortedKeys: Bool
  private var output: [UInt8] = []
  private var depth = 0

  init(pretty: Bool, sortedKeys: Bool) {
    self.pretty = pretty
    self.sortedKeys = sortedKeys
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  mutating func write(_ value: Value) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): append(String(value))
    case .uint(let value): append(String(value))
    case .double(let value): writeDouble(value)
    case .list(let list): writeList(list)
    case .map(let map): writeMap(map)
    default: writeQuoted(value.textForm)
    }
  }

  private mutating func writeDouble(_ value: Double) {
    value.isFinite ? append(value.description) : writeQuoted(Value.double(value).textForm)
  }

  private mutating func writeList(_ list: [Value]) {
    writeContainer("[", "]", list) { $0.write($1) }
  }

  private mutating func writeMap(_ map: ValueMap) {
    var entries = map.map { (key: $0.key.textForm, value: $0.value) }
    if sortedKeys { entries.sort { $0.key.precedesByBytes($1.key) } }
    writeContainer("{", "}", entries) { writer, entry in
      writer.writeQuoted(entry.key)
      writer.append(writer.pretty ? ": " : ":")
      writer.write(entry.value)
    }
  }

  private mutating func writeContainer<Element>(
    _ start: String, _ end: String, _ elements: [Element],
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    append(start)
    depth += 1
    for (place, element) in elements.enumerated() {
      if place > 0 { append(",") }
      breakLine()
      writeElement(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { breakLine() }
    append(end)
  }

  private mutating func breakLine() {
    guard pretty else { return }
    append("\n")
    for _ in 0..<depth { append("  ") }
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
    default: append(byte < 16 ? "\\u000" : "\\u00", String(byte, radix: 16))
    }
  }

  private mutating func append(_ texts: String...) {
    for text in texts { output.append(contentsOf: text.utf8) }
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
