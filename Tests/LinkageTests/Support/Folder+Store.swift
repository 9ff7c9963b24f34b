import Foundation
import LinkageCore
import LinkageStore

extension Folder {
  /// The names of the newest run's cases.
  var storedCases: [String] {
    get throws {
      let store = try Store(path: url.appendingPathComponent("results/linkage.sqlite").path)
      return try store.history(of: store.resolve("last")).outline.cases.map(\.name)
    }
  }

  /// How many events of the newest run are in the database, also while it is being written.
  var storedEvents: Int {
    get throws {
      guard has("results/linkage.sqlite") else { return 0 }
      let store = try Store(path: url.appendingPathComponent("results/linkage.sqlite").path)
      return try store.history(of: store.resolve("last")).events.count
    }
  }
}
