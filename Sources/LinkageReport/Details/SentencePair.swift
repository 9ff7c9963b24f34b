/// One sentence in English and in Chinese, with `{0}`, `{1}` … where its words stand.
struct SentencePair: Sendable {
  private enum Piece: Sendable {
    case literal([UInt8])
    case gap(Int)
  }

  private let english: [Piece]
  let chinese: String
  /// How much of it is fixed, in bytes: the more, the surer a match.
  let weight: Int

  init(_ english: String, _ chinese: String) {
    self.english = Self.pieces(english)
    self.chinese = chinese
    weight = self.english.reduce(0) { sum, piece in
      if case .literal(let bytes) = piece { sum + bytes.count } else { sum }
    }
  }

  /// The words of a text that is this sentence, by their numbers; `nil` when it is another one.
  func words(of text: SentenceText) -> [Int: String]? {
    var words: [Int: String] = [:]
    var at = 0
    var open: (gap: Int, start: Int)?
    for (number, piece) in english.enumerated() {
      switch piece {
      case .gap(let gap): open = (gap, at)
      case .literal(let bytes):
        let isLast = number == english.count - 1
        let found =
          open == nil
          ? text.has(bytes, at: at) ? at : nil
          : isLast ? text.end(with: bytes, from: at + 1) : text.first(bytes, from: at + 1)
        guard let found else { return nil }
        if let gap = open { words[gap.gap] = text.text(gap.start..<found) }
        open = nil
        at = found + bytes.count
      }
    }
    if let gap = open, at < text.count {
      words[gap.gap] = text.text(gap.start..<text.count)
      return words
    }
    return open == nil && at == text.count ? words : nil
  }

  /// The Chinese sentence with these words.
  func chinese(with words: [Int: String]) -> String {
    Self.pieces(chinese, folded: false).map { piece in
      switch piece {
      case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
      case .gap(let gap): words[gap] ?? ""
      }
    }.joined()
  }

  private static func pieces(_ template: String, folded: Bool = true) -> [Piece] {
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var rest = Array(template.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "{"), let digit = rest.first, (0x30...0x39).contains(digit),
        rest.dropFirst().first == UInt8(ascii: "}")
      {
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = []
        pieces.append(.gap(Int(digit - 0x30)))
        rest = rest.dropFirst(2)
      } else {
        literal.append(folded ? SentenceText.folded(byte) : byte)
      }
    }
    return literal.isEmpty ? pieces : pieces + [.literal(literal)]
  }
}
