/// Finds a text in another in linear time (Knuth, Morris, Pratt), so that no input makes it slow.
struct ByteSearch<Element: Equatable> {
  private let part: [Element]
  /// For each length of a partial match the length to go on with after a mismatch.
  private let fallback: [Int]

  init(_ part: [Element]) {
    self.part = part
    var fallback = [Int](repeating: 0, count: part.count + 1)
    var matched = 0
    for place in part.indices.dropFirst() {
      while matched > 0 && part[matched] != part[place] { matched = fallback[matched] }
      if part[matched] == part[place] { matched += 1 }
      fallback[place + 1] = matched
    }
    self.fallback = fallback
  }

  /// The first place at or after `start` where the part begins.
  func firstPlace(in text: [Element], from start: Int) -> Int? {
    guard !part.isEmpty else { return start <= text.count ? start : nil }
    var matched = 0
    for place in start..<max(start, text.count) {
      while matched > 0 && part[matched] != text[place] { matched = fallback[matched] }
      if part[matched] == text[place] { matched += 1 }
      if matched == part.count { return place + 1 - matched }
    }
    return nil
  }
}
