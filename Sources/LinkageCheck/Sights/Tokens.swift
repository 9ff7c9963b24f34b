import LinkageCore

/// Runs of ASCII letters and digits in a text.
enum Tokens {
  struct Token {
    /// In bytes of UTF-8.
    var range: Range<Int>
    /// The same in every run.
    var hash: UInt64
  }

  static func isPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Token) -> Void) {
    var start = 0
    while start < bytes.count {
      guard isPart(bytes[start]) else {
        start += 1
        continue
      }
      var hash = StableHash()
      var end = start
      while end < bytes.count, isPart(bytes[end]) {
        hash.add(bytes[end])
        end += 1
      }
      body(Token(range: start..<end, hash: hash.value))
      start = end
    }
  }

  /// The first of the longest ones.
  static func longest(in text: String) -> Token? {
    var text = text
    var longest: Token?
    text.withUTF8 { bytes in
      forEach(in: bytes) { token in
        if token.range.count > longest?.range.count ?? 0 { longest = token }
      }
    }
    return longest
  }
}
