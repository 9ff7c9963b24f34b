/// Tells at a glance that no form can begin at a place: nearly everywhere in nearly every text.
///
/// A filter of the first four bytes of every form. It may say yes where there is none, never no
/// where one begins.
struct FormBeginnings: Sendable {
  /// No form is shorter, and none is recognised by less.
  static let length = 4
  private static let bits: UInt32 = 11

  /// One bit for each hash; empty without forms.
  private var filter: [UInt64] = []

  mutating func add(_ form: [UInt8]) {
    if filter.isEmpty { filter = Array(repeating: 0, count: 1 << (Self.bits - 6)) }
    let hash = Self.hash(form.prefix(Self.length).reduce(0) { $0 << 8 | UInt32($1) })
    filter[hash >> 6] |= 1 << UInt64(hash & 63)
  }

  /// The first place from `start` on where a form may begin.
  func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard !filter.isEmpty, text.count - start >= Self.length else { return nil }
    return filter.withUnsafeBufferPointer { filter in
      var word: UInt32 = 0
      // So many of the last bytes hold one that may stand for others.
      var spelled = 0
      for at in start..<text.count {
        let byte = text[at]
        word = word << 8 | UInt32(byte)
        spelled = SpelledByte.mayBegin(with: byte) ? Self.length : spelled - 1
        guard at - start >= Self.length - 1 else { continue }
        let hash = Self.hash(word)
        if spelled > 0 || filter[hash >> 6] & 1 << UInt64(hash & 63) != 0 {
          return at - (Self.length - 1)
        }
      }
      return nil
    }
  }

  /// Multiplicative hashing; the constant is 2^32 divided by the golden ratio.
  private static func hash(_ word: UInt32) -> Int {
    Int((word &* 0x9E37_79B9) >> (32 - bits))
  }
}
