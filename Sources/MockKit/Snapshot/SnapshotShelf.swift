import Foundation

/// Keeps snapshots: in memory, or in a folder that outlives the process.
struct SnapshotShelf: Sendable {
  private struct Card: Codable {
    let takenNs: Int64
  }

  private static let card = "snapshot.json"

  /// A folder for each snapshot is made in it.
  let folder: String?

  static func check(_ name: String) throws(SnapshotError) {
    guard PlainName.isFine(name), !["seed", "empty"].contains(name) else { throw .badName(name) }
  }

  /// Where a server's copy is put; nothing where it is kept in memory.
  func path(of server: MockServerName, in name: String) throws -> String? {
    guard let folder else { return nil }
    let place = "\(folder)/\(name)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    return "\(place)/\(server.rawValue).sqlite"
  }

  /// Written last: a snapshot without it is not whole.
  func finish(_ snapshot: Snapshot) throws {
    guard let folder else { return }
    let card = Card(takenNs: Int64(snapshot.taken / .nanoseconds(1)))
    let url = URL(filePath: "\(folder)/\(snapshot.name)/\(Self.card)")
    try JSONText.data(card).write(to: url, options: .atomic)
  }

  func remove(_ name: String) throws {
    guard let folder, FileManager.default.fileExists(atPath: "\(folder)/\(name)") else { return }
    try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
  }

  /// What earlier processes left.
  func found() -> [Snapshot] {
    guard let folder else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { try? read($0, in: "\(folder)/\($0)") }
  }

  private func read(_ name: String, in place: String) throws -> Snapshot {
    let bytes = try Data(contentsOf: URL(filePath: "\(place)/\(Self.card)"))
    let card = try JSONDecoder().decode(Card.self, from: bytes)
    var databases: [MockServerName: MockDatabase] = [:]
    for server in MockServerName.allCases {
      let path = "\(place)/\(server.rawValue).sqlite"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      databases[server] = try MockDatabase(copyAt: path)
    }
    return Snapshot(
      name: name, taken: .nanoseconds(card.takenNs), databases: databases, memory: [:])
  }
}
