/// What the other side tells of ways into the mini-program and out of it.
extension LinkApplier {
  func take(_ entry: Entry) throws {
    var entry = entry
    entry.memberId = try entry.memberId.map(known)
    try Entries.insert(entry, in: database)
  }

  func take(_ visit: EntryVisit) throws {
    var visit = visit
    visit.memberId = try visit.memberId.map(known)
    try EntryVisits.insert(change.attributed(visit), in: database)
    try rewardOpening(visit)
  }

  func take(_ handover: Handover) throws {
    var handover = handover
    handover.memberId = try known(handover.memberId)
    try Handovers.put(handover, in: database)
  }
}
