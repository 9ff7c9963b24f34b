/// What stands at one place of a text: a byte as it is, or the way in which a system writes a
/// character inside another language.
struct SpelledByte: Equatable {
  /// What it stands for, in UTF-8.
  var bytes: [UInt8]
  /// How many bytes of the text it takes.
  var length: Int

  /// Whether a byte may be more than itself.
  static func mayBegin(with byte: UInt8) -> Bool {
    byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: "+")
  }

  /// The readings besides the plain one; shorter ones first.
  static func readings(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> [SpelledByte] {
    switch text[place] {
    case UInt8(ascii: "+"): [SpelledByte(bytes: [0x20], length: 1)]
    case UInt8(ascii: "%"): percent(text, place)
    case UInt8(ascii: "\\"): backslash(text, place)
    case UInt8(ascii: "&"): reference(text, place)
    default: []
    }
  }

  // MARK: Addresses

  /// `%2F`, and `%252F` where an address stands inside another.
  private static func percent(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> [SpelledByte] {
    var readings: [SpelledByte] = []
    var at = place + 1
    for _ in 0..<3 {
      guard let byte = hex(text, at, 2) else { break }
      readings.append(SpelledByte(bytes: [UInt8(byte)], length: at + 2 - place))
      guard byte == 0x25 else { break }
      at += 2
    }
    return readings
  }

  // MARK: JSON

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "/"): 0x2F, UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
  ]

  /// `\u00e9`, `\/`, `\\`, and with more of them where a JSON text stands inside another.
  private static func backslash(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> [SpelledByte] {
    var end = place
    while end < text.count, end - place < 8, text[end] == UInt8(ascii: "\\") { end += 1 }
    var readings: [SpelledByte] = []
    if end < text.count {
      if let byte = escapes[text[end]] {
        readings.append(SpelledByte(bytes: [byte], length: end + 1 - place))
      }
      if let unit = unit(text, place) { readings.append(unit) }
    }
    for length in [2, 4] where end - place >= length {
      readings.append(SpelledByte(bytes: [UInt8(ascii: "\\")], length: length))
    }
    return readings.sorted { $0.length < $1.length }
  }

  /// A character by its UTF-16 units: one, or a pair of surrogates.
  private static func unit(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> SpelledByte? {
    guard let (first, end) = codeUnit(text, place) else { return nil }
    if let scalar = Unicode.Scalar(first) { return spelled(scalar, end - place) }
    guard let (second, last) = codeUnit(text, end), UTF16.isLeadSurrogate(first),
      UTF16.isTrailSurrogate(second)
    else { return nil }
    let number = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
    return Unicode.Scalar(number).map { spelled($0, last - place) }
  }

  private static func codeUnit(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (UInt16, end: Int)? {
    var at = place
    while at < text.count, text[at] == UInt8(ascii: "\\") { at += 1 }
    guard at > place, at < text.count, text[at] == UInt8(ascii: "u"),
      let unit = hex(text, at + 1, 4)
    else { return nil }
    return (UInt16(unit), at + 5)
  }

  // MARK: HTML

  private static let longestReference = 12

  /// `&amp;`, `&#233;`, `&#xe9;`, `&eacute;`, and `&amp;lt;` where a page stands inside another.
  private static func reference(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> [SpelledByte] {
    var readings: [SpelledByte] = []
    var at = place + 1
    for _ in 0..<3 {
      let name = text[at...].prefix(longestReference).prefix { $0 != UInt8(ascii: ";") }
      guard name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: ";"),
        let scalar = HTMLNames.scalar(String(decoding: name, as: UTF8.self))
      else { break }
      readings.append(spelled(scalar, name.endIndex + 1 - place))
      guard scalar == "&" else { break }
      at = name.endIndex + 1
    }
    return readings
  }

  // MARK: Parts

  private static func spelled(_ scalar: Unicode.Scalar, _ length: Int) -> SpelledByte {
    SpelledByte(bytes: Array(String(scalar).utf8), length: length)
  }

  private static func hex(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ count: Int
  ) -> UInt32? {
    guard place + count <= text.count else { return nil }
    var number: UInt32 = 0
    for byte in text[place..<place + count] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      number = number << 4 | UInt32(digit)
    }
    return number
  }
}
