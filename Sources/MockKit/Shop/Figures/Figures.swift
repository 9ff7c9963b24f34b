/// The three figures of some days.
struct Figures: Sendable, Encodable {
  struct Retention: Sendable, Encodable {
    let web: Proportion
    let mini: Proportion
  }

  /// After how many days a newcomer is looked for.
  private static let week: Int64 = 7

  let from: String
  let to: String
  /// Visitors of the website who came into the mini-program by an entry, of all its visitors.
  let crossPlatformConversion: Proportion
  /// Orders that both platforms have in the same state, of all that either has.
  let orderSyncRate: Proportion
  /// Of those who came to a platform for the first time, who came back a week later.
  let day7Retention: Retention

  /// - Parameters:
  ///   - own: the orders' versions here.
  ///   - others: the orders' versions at the other platform.
  ///   - countsVisits: whether every visit is taken for another visitor.
  init(
    _ footprints: [Footprint], of days: FigureDays, own: [String: Int], others: [String: Int],
    countsVisits: Bool = false
  ) {
    (from, to) = (days.from, days.to)
    let within = footprints.filter(days.contains)
    let path = FunnelPath.guided.reached(by: within)
    let visits = within.count { $0.platform == .web && $0.act.isComing }
    crossPlatformConversion = Proportion(path[1], of: countsVisits ? visits : path[0])
    orderSyncRate = Proportion(
      own.count { others[$0.key] == $0.value },
      of: Set(own.keys).union(others.keys).count)
    day7Retention = Retention(
      web: Self.retention(on: .web, footprints, days),
      mini: Self.retention(on: .mini, footprints, days))
  }

  /// All that counts lies within the days, but who is new is known from all there is.
  private static func retention(
    on platform: ShopSide, _ footprints: [Footprint], _ days: FigureDays
  ) -> Proportion {
    var seen: [String: Set<Int64>] = [:]
    for footprint in footprints where footprint.platform == platform && footprint.act.isComing {
      seen[footprint.person, default: []].insert(days.day(of: footprint.atMs))
    }
    let newcomers = seen.values.filter { person in
      person.min().map { $0 >= days.first && $0 + week <= days.last } ?? false
    }
    let returned = newcomers.count { person in
      person.min().map { person.contains($0 + week) } ?? false
    }
    return Proportion(returned, of: newcomers.count)
  }
}
