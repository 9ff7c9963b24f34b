import GRDB
import Values

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
    .noSuchRun(
      name: name, nearest: Nearest.name(to: name, among: ids), recent: Array(ids.prefix(5)))
  }
}
