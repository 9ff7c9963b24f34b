package import Foundation

extension ShopChange {
  /// Writes an entry down and tells of it.
  func put(_ entry: Entry) throws {
    try Entries.insert(entry, in: database)
    try tell(.entryCreated, of: entry.entryKey, for: entry.memberId, entry)
  }

  /// Notes that somebody has come.
  package func note(_ visit: EntryVisit) throws {
    try EntryVisits.insert(visit, in: database)
    try tell(.entryOpened, of: visit.visitId, for: visit.memberId, visit)
  }

  /// What belongs to a member arrives after the member.
  private func tell(
    _ type: LinkEventType, of subject: String, for member: String?,
    _ data: some Codable & Sendable
  ) throws {
    guard let member else { return try publish(type, of: subject, lane: subject, data) }
    try publish(type, of: subject, for: member, data)
  }
}

extension Shop {
  /// Who calls, where somebody is logged in.
  package func guest(of call: Call) async throws -> String? {
    do {
      return try await read(as: call) { $1 }
    } catch ShopError.notLoggedIn {
      return nil
    }
  }

  /// An entry by what a page of the mini-program got.
  ///
  /// - Throws: `EntryError.notFound`; on the mini-program's side also where the website cannot be asked.
  package func landed(_ key: String, for call: Call) async throws -> Entry {
    try await entry(key, for: call)
  }

  /// The picture of an entry; WeChat makes it when it is wanted for the first time.
  package func picture(of key: String, by maker: any EntranceMaker) async throws -> Data {
    let (entry, known) = try await database.read {
      (try Entries.find(key, in: $0), try Entries.picture(of: key, in: $0))
    }
    if let known { return known }
    let made = try await maker.code(to: entry.page, scene: key)
    try await database.write { try Entries.keep(made, of: key, in: $0) }
    return made
  }
}
