/// A time zone in the TZif format (RFC 8536).
struct ZoneFile: Sendable {
  /// When an offset begins, in seconds since 1970, and the offset in seconds east of UTC.
  private var transitions: [(start: Int64, offset: Int)] = []
  /// The offset before the first transition.
  private var firstOffset = 0
  /// The rule for times after the last transition.
  private var rule: ZoneRule?

  /// Nil when the bytes are no TZif file.
  init?(_ bytes: [UInt8]) {
    var reader = BigEndianReader(bytes)
    guard let first = ZoneHeader(&reader) else { return nil }
    guard first.version >= UInt8(ascii: "2") else {
      guard readData(&reader, first, timeSize: 4) else { return nil }
      return
    }
    guard reader.skip(first.dataLength(timeSize: 4)), let second = ZoneHeader(&reader),
      readData(&reader, second, timeSize: 8)
    else { return nil }
    let footer = String(decoding: reader.remainder.filter { $0 != 0x0A }, as: UTF8.self)
    if !footer.isEmpty { rule = ZoneRule(footer) }
  }

  func offset(at seconds: Int64) -> Int {
    if let last = transitions.last, seconds >= last.start, let rule {
      return rule.offset(at: seconds)
    }
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].start <= seconds { low = middle + 1 } else { high = middle }
    }
    if low > 0 { return transitions[low - 1].offset }
    return transitions.isEmpty ? rule?.offset(at: seconds) ?? firstOffset : firstOffset
  }

  private mutating func readData(
    _ reader: inout BigEndianReader, _ header: ZoneHeader, timeSize: Int
  ) -> Bool {
    var starts: [Int64] = []
    var kinds: [Int] = []
    for _ in 0..<header.timeCount {
      guard let start = reader.integer(bytes: timeSize) else { return false }
      starts.append(start)
    }
    for _ in 0..<header.timeCount {
      guard let kind = reader.integer(bytes: 1) else { return false }
      kinds.append(Int(kind) & 0xFF)
    }
    var offsets: [Int] = []
    for _ in 0..<header.typeCount {
      guard let offset = reader.integer(bytes: 4), reader.skip(2) else { return false }
      offsets.append(Int(offset))
    }
    guard let first = offsets.first, kinds.allSatisfy(offsets.indices.contains) else {
      return false
    }
    firstOffset = first
    transitions = zip(starts, kinds).map { ($0, offsets[$1]) }
    return reader.skip(header.tailLength(timeSize: timeSize))
  }
}

/// The counts at the beginning of a block.
private struct ZoneHeader {
  let version: UInt8
  let utcCount: Int
  let standardCount: Int
  let leapCount: Int
  let timeCount: Int
  let typeCount: Int
  let characterCount: Int

  init?(_ reader: inout BigEndianReader) {
    guard reader.integer(bytes: 4) == 0x545A_6966, let version = reader.integer(bytes: 1),
      reader.skip(15)
    else { return nil }
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = reader.integer(bytes: 4), (0...1_000_000).contains(count) else {
        return nil
      }
      counts.append(Int(count))
    }
    self.version = UInt8(truncatingIfNeeded: version)
    (utcCount, standardCount, leapCount) = (counts[0], counts[1], counts[2])
    (timeCount, typeCount, characterCount) = (counts[3], counts[4], counts[5])
  }

  func dataLength(timeSize: Int) -> Int {
    timeCount * (timeSize + 1) + typeCount * 6 + tailLength(timeSize: timeSize)
  }

  /// What follows the types.
  func tailLength(timeSize: Int) -> Int {
    characterCount + leapCount * (timeSize + 4) + standardCount + utcCount
  }
}

/// Reads numbers, the most significant byte first.
private struct BigEndianReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var remainder: ArraySlice<UInt8> { bytes[at...] }

  mutating func skip(_ count: Int) -> Bool {
    guard at + count <= bytes.count else { return false }
    at += count
    return true
  }

  /// A signed number in two's complement.
  mutating func integer(bytes count: Int) -> Int64? {
    guard at + count <= bytes.count else { return nil }
    var number: Int64 = bytes[at] >= 0x80 ? -1 : 0
    for byte in bytes[at..<at + count] { number = number << 8 | Int64(byte) }
    at += count
    return number
  }
}
