/// Reads one JSON text without recursion, so that depth never costs stack.
///
/// Finished values wait on `values`; an open list or map is a mark of where its own begin.
struct JSONReader {
  struct Failure: Error {
    let kind: JSONError.Kind
    let offset: Int
  }

  private enum Container { case list, map }

  static let depthLimit = 512

  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var values: [Value] = []
  private var open: [(container: Container, start: Int)] = []

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func readDocument() throws(Failure) -> Value {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw fail(.byteOrderMark) }
    repeat {
      try startValue()
      while try !closeOrContinue() {}
    } while !open.isEmpty
    skipSpace()
    guard at == bytes.count else { throw unexpected(.endOfText) }
    return values[0]
  }

  /// Reads a value, or opens containers until one of them has a value or is empty.
  private mutating func startValue() throws(Failure) {
    while true {
      skipSpace()
      switch peek {
      case UInt8(ascii: "["):
        try push(.list)
        if closes(UInt8(ascii: "]")) { return closeList() }
      case UInt8(ascii: "{"):
        try push(.map)
        if closes(UInt8(ascii: "}")) { return closeMap() }
        try readKey(.keyOrEnd)
      default:
        return values.append(try readScalar())
      }
    }
  }

  /// After a value: ends the containers that end here. True when another value follows or all ended.
  private mutating func closeOrContinue() throws(Failure) -> Bool {
    guard let innermost = open.last else { return true }
    skipSpace()
    switch (innermost.container, peek) {
    case (.list, UInt8(ascii: ",")):
      at += 1
      return true
    case (.map, UInt8(ascii: ",")):
      at += 1
      try readKey(.key)
      return true
    case (.list, UInt8(ascii: "]")):
      at += 1
      closeList()
    case (.map, UInt8(ascii: "}")):
      at += 1
      closeMap()
    default:
      throw unexpected(innermost.container == .list ? .commaOrEndOfList : .commaOrEndOfMap)
    }
    return open.isEmpty
  }

  private mutating func push(_ container: Container) throws(Failure) {
    guard open.count < Self.depthLimit else { throw fail(.tooDeep(limit: Self.depthLimit)) }
    at += 1
    open.append((container, values.count))
  }

  private mutating func closes(_ end: UInt8) -> Bool {
    skipSpace()
    guard peek == end else { return false }
    at += 1
    return true
  }

  private mutating func closeList() {
    guard let start = open.popLast()?.start else { return }
    let list = Array(values[start...])
    values.removeSubrange(start...)
    values.append(.list(list))
  }

  private mutating func closeMap() {
    guard let start = open.popLast()?.start else { return }
    var map = ValueMap()
    map.reserveCapacity((values.count - start) / 2)
    for place in stride(from: start, to: values.count - 1, by: 2) {
      map[values[place]] = values[place + 1]
    }
    values.removeSubrange(start...)
    values.append(.map(map))
  }

  private mutating func readKey(_ expected: JSONError.Expected) throws(Failure) {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw unexpected(expected) }
    values.append(.string(try readString()))
    skipSpace()
    guard peek == UInt8(ascii: ":") else { throw unexpected(.colon) }
    at += 1
  }

  private mutating func readScalar() throws(Failure) -> Value {
    switch peek ?? 0 {
    case UInt8(ascii: "\""): .string(try readString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "t"): try readWord("true", .bool(true))
    case UInt8(ascii: "f"): try readWord("false", .bool(false))
    case UInt8(ascii: "n"): try readWord("null", .null)
    default: throw unexpected(.value)
    }
  }

  private mutating func readWord(_ word: StaticString, _ value: Value) throws(Failure) -> Value {
    let end = at + word.utf8CodeUnitCount
    let text = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end <= bytes.count, bytes[at..<end].elementsEqual(text) else {
      throw unexpected(.value)
    }
    at = end
    return value
  }

  private mutating func readString() throws(Failure) -> String {
    var scanner = JSONStringScanner(bytes: bytes, at: at + 1)
    let text = try scanner.read()
    at = scanner.at
    return text
  }

  private mutating func readNumber() throws(Failure) -> Value {
    var scanner = JSONNumberScanner(bytes: bytes, at: at)
    let number = try scanner.read()
    at = scanner.at
    return number
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  private func fail(_ kind: JSONError.Kind) -> Failure { Failure(kind: kind, offset: at) }

  private func unexpected(_ expected: JSONError.Expected) -> Failure {
    guard at < bytes.count else { return fail(.unexpectedEnd) }
    let end = min(bytes.count, at + 4)
    let character = String(decoding: bytes[at..<end], as: UTF8.self).first.map { "\"\($0)\"" }
    return fail(.unexpected(found: character ?? "nothing", expected: expected))
  }
}

extension JSONReader.Failure {
  /// With line and column, which only a failure needs.
  func located(in bytes: UnsafeRawBufferPointer) -> JSONError {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONError(
      kind: kind,
      line: 1 + before.count { $0 == 0x0A },
      column: 1 + String(decoding: before[lineStart...], as: UTF8.self).count,
      offset: offset)
  }
}
