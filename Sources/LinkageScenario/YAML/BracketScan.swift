/// Follows brackets and quoted strings through an expression's text, byte by byte.
struct BracketScan {
  private(set) var depth = 0
  private(set) var quote: UInt8?
  private var isEscaped = false
  private let opener: UInt8?

  /// With `opensOnly`, only that bracket and its partner count.
  init(opensOnly opener: UInt8? = nil) { self.opener = opener }

  init(_ text: String) {
    self.init()
    for byte in text.utf8 { read(byte) }
  }

  var isInString: Bool { quote != nil }
  /// Whether a bracket or a string is still open.
  var isOpen: Bool { depth > 0 || isInString }

  mutating func read(_ byte: UInt8) {
    if let quote {
      readInString(byte, quote: quote)
      return
    }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth = max(0, depth - 1)
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += opener == nil ? 1 : 0
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = opener == nil ? max(0, depth - 1) : depth
    default: break
    }
  }

  private mutating func readInString(_ byte: UInt8, quote: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == quote {
      self.quote = nil
    }
  }
}
