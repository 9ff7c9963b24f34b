import LinkageCore
import Values

/// The JSON text of a column while it is written; knows which lists and maps are open.
final class ColumnWriter {
  private struct Container {
    var isMap: Bool
    var isEmpty = true
  }

  private(set) var bytes: [UInt8] = []
  private var open: [Container] = []
  /// A key that looks like the mark of a type was written: `TaggedValue` knows what to do then.
  private(set) var hasMarkedKey = false

  /// The steps that were written last, with their text: all samples of a scenario share theirs.
  private var steps: (list: [Outline.Step], text: Range<Int>)?

  /// How many lists and maps are open.
  var depth: Int { open.count }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the room.
  func reset() {
    bytes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    hasMarkedKey = false
    steps = nil
  }

  /// - Returns: the depth at which its elements are written.
  func begin(isMap: Bool) -> Int {
    bytes.append(isMap ? UInt8(ascii: "{") : UInt8(ascii: "["))
    open.append(Container(isMap: isMap))
    return open.count
  }

  /// Ends the lists and maps inside that depth.
  func close(to depth: Int) {
    while open.count > depth, let container = open.popLast() {
      bytes.append(container.isMap ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  /// Makes room for the next element of the innermost container.
  func separate() {
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    open[last].isEmpty = false
  }

  func key(_ name: String) {
    separate()
    if name.utf8.first == UInt8(ascii: "$") { hasMarkedKey = true }
    quote(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Copies the text of the very same list where it was written before.
  func steps(_ list: [Outline.Step], write: () throws -> Void) rethrows {
    if let steps, steps.list.isSameStorage(as: list) {
      bytes += Array(bytes[steps.text])
    } else {
      let start = bytes.count
      try write()
      steps = (list, start..<bytes.count)
    }
  }

  func quote(_ text: String) { JSONText.quote(text, into: &bytes) }
  func integer(_ integer: some FixedWidthInteger) { bytes += String(integer).utf8 }
  func number(_ number: Int64) { JSONText.number(number, into: &bytes) }
  func write(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
  func null() { write("null") }
  func bool(_ value: Bool) { value ? write("true") : write("false") }
  func double(_ value: Double) {
    if value.isFinite { bytes += value.description.utf8 } else { marked("double", String(value)) }
  }

  /// A value of a type that JSON does not have.
  private func marked(_ type: StaticString, _ text: String) {
    write("{\"$")
    write(type)
    write("\":")
    quote(text)
    write("}")
  }
}

extension ColumnWriter {
  /// A value with the marks of the types that JSON does not have.
  func value(_ value: Value) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .int(let value): number(value)
    // Beyond Int64 the reader gives `uint` by itself.
    case .uint(let value) where value > UInt64(Int64.max): bytes += String(value).utf8
    case .uint(let value): marked("uint", String(value))
    case .double(let value): double(value)
    case .string(let text): quote(text)
    case .bytes(let bytes): marked("bytes", Base64.encode(bytes))
    case .timestamp(let time): pair("timestamp", time.seconds, time.nanoseconds)
    case .duration(let span): pair("duration", span.seconds, span.nanoseconds)
    case .type(let name): marked("type", name)
    case .list(let list): self.list(list)
    case .map(let map): self.map(map)
    }
  }

  private func list(_ values: [Value]) {
    let outer = depth
    _ = begin(isMap: false)
    for value in values {
      separate()
      self.value(value)
    }
    close(to: outer)
  }

  /// A map whose keys are not all plain names becomes a list of pairs.
  private func map(_ map: ValueMap) {
    let isPlain = map.allSatisfy { key, _ in
      if case .string(let text) = key { text.utf8.first != UInt8(ascii: "$") } else { false }
    }
    let outer = depth
    _ = begin(isMap: true)
    if isPlain {
      for (key, value) in map {
        separate()
        self.value(key)
        bytes.append(UInt8(ascii: ":"))
        self.value(value)
      }
    } else {
      write("\"$map\":")
      list(map.map { .list([$0.key, $0.value]) })
    }
    close(to: outer)
  }

  private func pair(_ type: StaticString, _ seconds: Int64, _ nanoseconds: Int32) {
    write("{\"$")
    write(type)
    write("\":[")
    number(seconds)
    bytes.append(UInt8(ascii: ","))
    number(Int64(nanoseconds))
    write("]}")
  }
}

extension Array {
  /// Whether both are one list in memory, which is cheaper to know than whether they are equal.
  fileprivate func isSameStorage(as other: [Element]) -> Bool {
    withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
    }
  }
}
