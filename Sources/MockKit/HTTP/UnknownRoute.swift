/// The answer to a path that no route has: a 404 that names the nearest ones.
struct UnknownRoute: Handler {
  let titles: [String]

  func answer(_ call: Call) async throws -> Reply {
    let asked = "\(call.method) \(call.path)"
    let nearest = titles.sorted { Self.distance(asked, $0) < Self.distance(asked, $1) }.prefix(3)
    let detail = "There is no \(asked). The nearest routes: \(nearest.joined(separator: ", "))."
    return Problem(404, "unknown-route", "No such route", detail: detail).reply()
  }

  /// Levenshtein's distance.
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let substituted = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j + 1] + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
