/// Finds bytes in bytes in time proportional to both together (Knuth, Morris and Pratt, 1977).
struct TextSearch {
  private let pattern: [UInt8]
  /// For each prefix of the pattern the length of its longest proper prefix that is also its end.
  private let borders: [Int]

  init(_ text: String) {
    let pattern = Array(text.utf8)
    var borders = Array(repeating: 0, count: pattern.count)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = borders[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      borders[index] = length
    }
    self.pattern = pattern
    self.borders = borders
  }

  /// The offset of the first match in bytes of UTF-8.
  func first(in text: String) -> Int? {
    guard !pattern.isEmpty else { return 0 }
    var length = 0
    for (index, byte) in text.utf8.enumerated() {
      while length > 0, byte != pattern[length] { length = borders[length - 1] }
      if byte == pattern[length] { length += 1 }
      if length == pattern.count { return index + 1 - length }
    }
    return nil
  }
}
