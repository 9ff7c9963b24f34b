/// `GET /api/campaigns`.
struct ListCampaignsHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try .json(ItemList(items: try await shop.database.read(Campaigns.all)))
  }
}

/// `GET /api/campaigns/{campaign}`.
struct ShowCampaignHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let name = call.parameters["campaign"] ?? ""
    let campaign = try await shop.database.read { try Campaigns.find(name, in: $0) }
    return try .json(campaign, tag: campaign.tag, for: call)
  }
}

/// `PATCH /api/staff/campaigns/{campaign}`.
struct ChangeCampaignHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let patch = try call.decode(CampaignPatch.self)
    let name = call.parameters["campaign"] ?? ""
    return try await shop.change(for: call) { change in
      let campaign = try Campaigns.find(name, in: change.database)
      let wanted = try patch.applied(to: campaign)
      guard campaign.kind != .memberDiscount else { throw CampaignError.fixed(name) }
      try call.requireMatch(campaign.tag)
      let changed = try change.edit(campaign, to: wanted)
      return try change.answer(try .json(changed, tag: changed.tag, for: call))
    }
  }
}
