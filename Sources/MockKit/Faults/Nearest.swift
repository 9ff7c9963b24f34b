/// Finds what somebody may have meant.
package enum Nearest {
  /// Nothing where nothing is near.
  package static func of(_ found: String, in known: [String]) -> String? {
    let ranked = known.map { ($0, UnknownRoute.distance(found.lowercased(), $0.lowercased())) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(2, found.count / 3) ? best.0 : nil
  }
}
