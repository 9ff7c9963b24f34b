import Foundation
import GRDB
import LinkageStore
import Testing

/// A folder for the time of one test.
func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  let folder = NSTemporaryDirectory() + "linkage-store-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try await body(folder)
}

/// A store's path in a folder that does not exist yet, for the time of one test.
func withPath<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  try await withFolder { try await body($0 + "/results/linkage.sqlite") }
}

/// The file as another program sees it.
func raw<Result>(_ path: String, _ body: (Database) throws -> Result) throws -> Result {
  var configuration = Configuration()
  configuration.busyMode = .timeout(5)
  let database = try DatabaseQueue(path: path, configuration: configuration)
  defer { try? database.close() }
  return try database.writeWithoutTransaction(body)
}

func integer(_ sql: String, at path: String) throws -> Int {
  try raw(path) { try Int.fetchOne($0, sql: sql) ?? -1 }
}
