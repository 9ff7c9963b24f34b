/// Asks the website what an entry is, where its event has not come so far.
struct FetchEntry: PeerCommand {
  static let type = "entry.show"

  let entryKey: String

  func decide(_ change: ShopChange) throws -> Entry {
    try Entries.find(entryKey, in: change.database)
  }
}

extension Shop {
  /// An entry that may have been made a moment ago.
  func entry(_ key: String, for call: Call) async throws -> Entry {
    do {
      return try await database.read { try Entries.find(key, in: $0) }
    } catch let error as EntryError {
      guard side == .mini else { throw error }
      return try await fetch(key, for: call)
    }
  }

  private func fetch(_ key: String, for call: Call) async throws -> Entry {
    // What is asked changes nothing, so it is asked anew each time.
    var asking = call
    asking.ticket = nil
    return try await decide(FetchEntry(entryKey: key), at: .web, for: asking) { change, entry in
      try LinkApplier(change: change).take(entry)
    }
  }
}
