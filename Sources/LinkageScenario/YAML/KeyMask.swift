/// Stands in for a key that its mapping has twice: the key's first character is replaced by one of
/// Unicode's private ones, which leaves every line and column as it is.
struct KeyMask {
  let index: Int
  let name: String
  /// Where the replaced character stands.
  let offset: Int
  private let key: Int

  /// `nil` where the key's first character cannot be replaced, as in `""`.
  init?(index: Int, name: String, key: Int, in source: SourceText) {
    self.index = index
    self.name = name
    self.key = NodeProperties(at: key, in: source).contentOffset
    guard self.key < source.bytes.count else { return nil }
    let isQuoted = [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(source.bytes[self.key])
    offset = self.key + (isQuoted ? 1 : 0)
    guard offset < source.bytes.count, Self.isWordByte(source.bytes[offset]) else { return nil }
  }

  /// Whether the scalar that starts at an offset is the masked key.
  func covers(_ start: Int) -> Bool { start == key }

  static func apply(_ masks: [KeyMask], to source: SourceText) -> String {
    guard !masks.isEmpty else { return source.text }
    var bytes: [UInt8] = []
    var done = 0
    for mask in masks.sorted(by: { $0.offset < $1.offset }) {
      bytes += source.bytes[done..<mask.offset]
      bytes += Array(mask.character.utf8)
      done = source.end(ofScalarAt: mask.offset)
    }
    return String(decoding: bytes + source.bytes[done...], as: UTF8.self)
  }

  private var character: String {
    String(Unicode.Scalar(UInt32(0xE000 + index)).map(Character.init) ?? "\u{F8FF}")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0xC2...0xFF: true
    default: false
    }
  }
}
