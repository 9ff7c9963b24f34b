/// Words in ASCII that are looked for inside names, whatever their case.
struct WordList: Sendable {
  private let words: [[UInt8]]

  init(_ words: [String]) { self.words = words.map { Array($0.utf8) } }

  func isAny(in name: String) -> Bool {
    var name = name.lowercased()
    return name.withUTF8 { text in words.contains { Self.isPart($0, of: text) } }
  }

  private static func isPart(_ word: [UInt8], of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...text.count - word.count).contains { start in
      word.indices.allSatisfy { text[start + $0] == word[$0] }
    }
  }
}
