import Synchronization

/// Names the lines that part a multipart body: from the run's id and a counter, so that the same
/// run sends the same bytes.
final class Boundaries: Sendable {
  private let run: String
  private let index: Int
  private let count = Mutex(0)

  init(run: String, case index: Int) {
    self.run = run
    self.index = index
  }

  /// At most 70 characters, of those that need no quotes (RFC 2046, section 5.1.1).
  private var prefix: String {
    let kept = run.prefix(40).filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return "linkage-\(kept)-\(index)-"
  }

  /// One that stands in none of the contents.
  func next(notIn contents: [[UInt8]]) -> String {
    while true {
      let number = count.withLock { count in
        count += 1
        return count
      }
      let boundary = prefix + String(number)
      let bytes = Array(boundary.utf8)
      if !contents.contains(where: { $0.firstRange(of: bytes) != nil }) { return boundary }
    }
  }
}
