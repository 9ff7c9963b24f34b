/// The known name that was most likely meant.
enum NearestName {
  /// At most a third of the letters may differ.
  static func of(_ name: String, in known: [String]) -> String? {
    let letters = Array(name.unicodeScalars.prefix(longest))
    let measured = known.map { (name: $0, distance: distance(letters, $0)) }
    guard let best = measured.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, letters.count / 3) ? best.name : nil
  }

  private static let longest = 60

  /// Letters to insert, delete or change.
  private static func distance(_ one: [Unicode.Scalar], _ other: String) -> Int {
    let other = Array(other.unicodeScalars.prefix(longest))
    var row = Array(0...other.count)
    for (i, a) in one.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, b) in other.enumerated() {
        let changed = corner + (a == b ? 0 : 1)
        corner = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, corner + 1)
      }
    }
    return row[other.count]
  }
}
