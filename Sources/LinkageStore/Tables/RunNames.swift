import GRDB

/// What a user calls a run.
enum RunNames {
  /// `last` or `latest`, an id, or the beginning of just one id.
  static func resolve(_ name: String, in db: Database) throws -> String {
    let ids = try RunTable.ids(in: db)
    if name == "last" || name == "latest", let newest = ids.first { return newest }
    if ids.contains(name) { return name }
    let candidates = name.isEmpty ? [] : ids.filter { $0.hasPrefix(name) }
    switch candidates.count {
    case 0: throw unknown(name, among: ids)
    case 1: return candidates[0]
    default: throw StoreError.ambiguousRun(name: name, candidates: candidates)
    }
  }

  static func unknown(_ name: String, in db: Database) throws -> StoreError {
    unknown(name, among: try RunTable.ids(in: db))
  }

  private static func unknown(_ name: String, among ids: [String]) -> StoreError {
    .noSuchRun(name: name, nearest: nearest(to: name, among: ids), recent: Array(ids.prefix(5)))
  }

  /// At most a third of the name may differ; the newest among equals.
  private static func nearest(to name: String, among ids: [String]) -> String? {
    var best: (id: String, distance: Int)?
    for id in ids {
      let distance = distance(name, id)
      if distance * 3 <= name.count, distance < best?.distance ?? .max { best = (id, distance) }
    }
    return best?.id
  }

  /// Levenshtein's.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let next = min(row[j], row[j + 1], diagonal - (left == right ? 1 : 0)) + 1
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
