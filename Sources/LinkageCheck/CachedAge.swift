import LinkageCore

/// How old answers were that a cache gave: what their `Age` says (RFC 9111, 5.1).
enum CachedAge {
  /// `nil` where no answer was a second old or more: some caches write `0` under what they have just
  /// fetched.
  static func greatest(of reads: some Sequence<Completion>) -> Nanoseconds? {
    reads.lazy.flatMap(\.exchanges).compactMap(age).max()
  }

  private static func age(of exchange: Exchange) -> Nanoseconds? {
    let text = exchange.answerHeaders.first { $0.name == "age" }?.value
    guard let seconds = text.flatMap(seconds), seconds > 0 else { return nil }
    return .seconds(seconds)
  }

  /// Of a list the first counts, what is no number is ignored, and too large a one is 2³¹ (1.2.2).
  private static func seconds(_ text: String) -> Int64? {
    let first = text.prefix { $0 != "," }.reversed().drop(while: isBlank).reversed()
    let digits = String(first.drop(while: isBlank))
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let most: Int64 = 1 << 31
    return min(Int64(digits) ?? most, most)
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }
}
