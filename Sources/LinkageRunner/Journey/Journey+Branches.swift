import LinkageCore
import Values

extension Journey {
  /// A copy that remembers apart what it learns.
  var forked: Journey {
    var copy = self
    copy.frame = frame.forked
    copy.cleanups = []
    return copy
  }

  /// Takes over what a branch has learned.
  mutating func absorb(_ branch: Journey) {
    frame.absorb(branch.frame)
    actors.merge(branch.actors) { $1 }
    acknowledged.merge(branch.acknowledged) { max($0, $1) }
    cleanups += branch.cleanups
    hasBegun = hasBegun || branch.hasBegun
    roundTrips.merge(branch.roundTrips) { $1 }
    for (actor, platforms) in branch.sessions {
      for (platform, session) in platforms { absorb(session, actor, platform) }
    }
  }

  private mutating func absorb(_ session: PlatformSession, _ actor: String, _ platform: String) {
    guard var own = sessions[actor]?[platform] else {
      sessions[actor, default: [:]][platform] = session
      return
    }
    for (key, value) in session.values { own.values[key] = value }
    sessions[actor]?[platform] = own
  }
}
