/// Marks as a Chinese keyboard writes them, and what CEL writes in their place.
enum FullWidth {
  /// At most this many are told at once.
  private static let longest = 16

  /// The full-width characters that a text begins with, and the plain ones that are meant; quotes
  /// and spaces one by one, others as many as stand together.
  static func beginning(of text: Substring.UnicodeScalarView) -> (found: String, instead: String)? {
    guard let first = text.first else { return nil }
    if let quote = quotes[first] { return (String(first), quote) }
    let run = text.prefix { plain($0) != nil }.prefix(longest)
    guard !run.isEmpty else { return nil }
    let instead = run.reduce(into: "") { text, scalar in
      if let plain = plain(scalar) { text.unicodeScalars.append(plain) }
    }
    // Assignment is no operator: a comparison is meant.
    return (String(Substring(run)), instead == "=" ? "==" : instead)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{3000}" }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    // The same order as in ASCII.
    case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0)
    default: marks[scalar]
    }
  }

  private static let quotes: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "「": "\"", "」": "\"", "『": "\"", "』": "\"",
  ]

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "。": ".", "、": ",", "【": "[", "】": "]", "〔": "(", "〕": ")", "《": "<", "》": ">",
    "〈": "<", "〉": ">", "−": "-", "–": "-", "—": "-", "×": "*", "÷": "/",
  ]
}
