import LinkageCore

/// Tells known sentences in Chinese; one that nobody knows is quoted as the original.
struct ChineseDetailWords: DetailWords {
  /// What is longer is no sentence.
  private static let longest = 4_096
  /// Where a text may be parted: behind its first colons.
  private static let mostParts = 8

  func text(_ detail: String) -> String {
    guard detail.utf8.count <= Self.longest else { return quoted(detail) }
    let told = parted(detail) { !isProse($0) } ?? known(detail) ?? parted(detail) { _ in true }
    if let told { return told }
    return isProse(detail) ? quoted(detail) : detail
  }

  /// All sentences, the surest matches first.
  private static let sentences =
    (ExpressionSentences.all + RunSentences.all + MarkupSentences.all + YAMLSentences.all
    + SystemSentences.all + TransportSentences.all).sorted { $0.weight > $1.weight }

  private func known(_ detail: String) -> String? {
    let text = SentenceText(detail)
    for sentence in Self.sentences {
      guard let words = sentence.words(of: text) else { continue }
      return sentence.chinese(with: words.mapValues { known($0) ?? $0 })
    }
    return nil
  }

  /// `out.points: there is no key "points"`: what it is about, once or twice, then a known sentence.
  private func parted(_ detail: String, depth: Int = 2, where isSubject: (String) -> Bool)
    -> String?
  {
    guard depth > 0 else { return nil }
    let bytes = Array(detail.utf8)
    let colons = bytes.indices.dropLast().lazy.filter { bytes[$0] == 0x3A && bytes[$0 + 1] == 0x20 }
    for at in colons.prefix(Self.mostParts) {
      let start = String(decoding: bytes[..<at], as: UTF8.self)
      let rest = String(decoding: bytes[(at + 2)...], as: UTF8.self)
      guard isSubject(start) else { continue }
      let sentence = parted(rest, depth: depth - 1, where: isSubject) ?? known(rest)
      if let sentence { return (known(start) ?? code(start)) + "：" + sentence }
    }
    return nil
  }

  private func code(_ text: String) -> String {
    text.contains("`") || text.isEmpty ? text : "`\(text)`"
  }

  private func quoted(_ text: String) -> String {
    "原文 `\(text.replacing("`", with: "'"))`"
  }

  /// Two English words or more, and nothing Chinese.
  private func isProse(_ text: String) -> Bool {
    guard !text.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) else { return false }
    let words = text.split(separator: " ").filter { word in
      word.count > 1 && word.allSatisfy { $0.isASCII && $0.isLetter }
    }
    return words.count > 1
  }
}
