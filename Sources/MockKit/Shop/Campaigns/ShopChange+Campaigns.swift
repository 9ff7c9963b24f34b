extension ShopChange {
  /// Rules travel in one lane, so that they arrive in the order in which they were decided.
  private static let lane = "campaigns"

  /// What is as it was already is not told.
  func edit(_ campaign: Campaign, to wanted: Campaign) throws -> Campaign {
    guard wanted != campaign else { return campaign }
    var changed = wanted
    changed.version += 1
    try Campaigns.put(changed, in: database)
    try publish(.campaignChanged, of: changed.campaign, lane: Self.lane, changed)
    return changed
  }
}

/// What the website tells of its rules.
extension LinkApplier {
  func take(_ campaign: Campaign) throws {
    guard !staysBehind(campaign) else { return }
    try Campaigns.put(campaign, in: database)
  }
}
