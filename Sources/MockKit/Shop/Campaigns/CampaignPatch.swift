/// The body of `PATCH /api/staff/campaigns/{campaign}`: what is absent stays.
struct CampaignPatch: Sendable, Decodable {
  let active: Bool?
  let steps: [Campaign.Step]?
  let people: Int?
  let discountPercent: Int?
  let hours: Int?

  func applied(to campaign: Campaign) throws -> Campaign {
    try check(for: campaign.kind)
    var changed = campaign
    changed.active = active ?? campaign.active
    changed.steps = steps ?? campaign.steps
    changed.people = people ?? campaign.people
    changed.discountPercent = discountPercent ?? campaign.discountPercent
    changed.hours = hours ?? campaign.hours
    return changed
  }

  private func check(for kind: Campaign.Kind) throws(InvalidRequest) {
    let numbers = [
      ("people", people, 2...100), ("discountPercent", discountPercent, 1...99),
      ("hours", hours, 1...720),
    ]
    let given = numbers.filter { $0.1 != nil }
    switch kind {
    case .fullReduction:
      if let field = given.first?.0 { throw Self.stranger(field, to: kind) }
      try steps.map(Self.check)
    case .groupBuy:
      if steps != nil { throw Self.stranger("steps", to: kind) }
      for (field, number, range) in given where !range.contains(number ?? 0) {
        throw InvalidRequest(
          field: field, reason: .outside("\(range.lowerBound) to \(range.upperBound)"))
      }
    case .memberDiscount: break
    }
    guard active != nil || steps != nil || !given.isEmpty else {
      throw InvalidRequest(field: "", reason: .outside("an object that changes something"))
    }
  }

  private static func stranger(_ field: String, to kind: Campaign.Kind) -> InvalidRequest {
    InvalidRequest(field: field, reason: .outside("absent for a \(kind.rawValue)"))
  }

  /// Each one asks for more and gives more than the one before, and never more than it asks for.
  private static func check(_ steps: [Campaign.Step]) throws(InvalidRequest) {
    guard (1...10).contains(steps.count) else {
      throw InvalidRequest(field: "steps", reason: .outside("a list of 1 to 10 steps"))
    }
    var (from, off) = (0, 0)
    for (index, step) in steps.enumerated() {
      try step.from.checkAsPrice(of: "steps[\(index)].from")
      guard step.from.fen > from, step.off.fen > off, step.off.fen < step.from.fen else {
        throw InvalidRequest(
          field: "steps[\(index)]",
          reason: .outside("more than the step before, and `off` below `from`"))
      }
      (from, off) = (step.from.fen, step.off.fen)
    }
  }
}
