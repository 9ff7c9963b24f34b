/// A text in which sentences are looked for, large and small letters alike.
struct SentenceText {
  private let bytes: [UInt8]
  private let lower: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
    lower = bytes.map(Self.folded)
  }

  var count: Int { bytes.count }

  static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func has(_ wanted: [UInt8], at position: Int) -> Bool {
    position >= 0 && position + wanted.count <= count
      && lower[position..<position + wanted.count].elementsEqual(wanted)
  }

  func first(_ wanted: [UInt8], from start: Int) -> Int? {
    guard start + wanted.count <= count else { return nil }
    return (start...count - wanted.count).first { has(wanted, at: $0) }
  }

  /// Where it stands when the text ends with it.
  func end(with wanted: [UInt8], from start: Int) -> Int? {
    let position = count - wanted.count
    return position >= start && has(wanted, at: position) ? position : nil
  }
}
