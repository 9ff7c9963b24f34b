import MockKit
import Synchronization

/// How often what was called, by whom.
final class QuotaBook: Sendable {
  /// Whose calls are counted.
  struct Caller: Sendable, Hashable {
    let appid: String
    /// An openid.
    var user: String?
  }

  struct Count: Sendable, Equatable {
    var window: String
    var used = 0
  }

  struct State {
    var quotas = Quota.published
    /// For each quota, by its place.
    var counts: [Int: [Caller: Count]] = [:]
  }

  /// Callers whose windows are over are forgotten beyond that many.
  private static let crowd = 10_000

  private let clock: MockClock
  private let state = Mutex(State())

  init(clock: MockClock) {
    self.clock = clock
  }

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// Counts a call, or refuses it where a quota is used up.
  func spend(_ path: String, _ scope: Quota.Scope, by caller: Caller) throws(WeChatError) {
    let now = clock.now
    let refusal = state.withLock { state -> WeChatError? in
      let places = state.quotas.indices.filter {
        state.quotas[$0].path == path && state.quotas[$0].scope == scope
      }
      for place in places {
        let quota = state.quotas[place]
        if state.used(place, caller, at: now) >= quota.limit { return quota.error }
      }
      for place in places { state.add(1, place, caller, at: now, forgetBeyond: Self.crowd) }
      return nil
    }
    if let refusal { throw refusal }
  }

  /// Sets all of an app's daily counts to nothing.
  func clear(_ appid: String) {
    state.withLock { state in
      for (place, quota) in state.quotas.enumerated() where quota.period == .day {
        state.counts[place] = state.counts[place]?.filter { $0.key.appid != appid }
      }
    }
  }

  /// What a call of the path counts for, with the app's use of it so far.
  func daily(_ path: String, of appid: String) -> (limit: Int, used: Int)? {
    let now = clock.now
    return state.withLock { state in
      let place = state.quotas.firstIndex {
        $0.path == path && $0.period == .day && $0.scope == .app
      }
      return place.map {
        (state.quotas[$0].limit, state.used($0, Caller(appid: appid), at: now))
      }
    }
  }

  /// Each with those who used it in the current window.
  func report() -> [(quota: Quota, used: [(caller: Caller, used: Int)])] {
    let now = clock.now
    return state.withLock { state in
      state.quotas.enumerated().map { place, quota in
        let callers = (state.counts[place] ?? [:]).keys.sorted {
          ($0.appid, $0.user ?? "") < ($1.appid, $1.user ?? "")
        }
        let used = callers.map { ($0, state.used(place, $0, at: now)) }
        return (quota, used.filter { $0.1 > 0 })
      }
    }
  }

  /// Sets the limits of a path; adds one where it has none of that kind.
  func set(_ path: String, _ period: Quota.Period, _ scope: Quota.Scope, limit: Int) {
    state.withLock { state in
      let place = state.quotas.firstIndex {
        $0.path == path && $0.period == period && $0.scope == scope
      }
      if let place {
        state.quotas[place].limit = limit
      } else {
        state.quotas.append(Quota(path, limit, period, scope))
      }
    }
  }

  /// The published limits, and nothing used.
  func reset() {
    state.withLock { $0 = State() }
  }
}

extension QuotaBook.State {
  func used(_ place: Int, _ caller: QuotaBook.Caller, at now: Duration) -> Int {
    guard let count = counts[place]?[caller] else { return 0 }
    return count.window == Quota.window(quotas[place].period, at: now) ? count.used : 0
  }

  mutating func add(
    _ number: Int, _ place: Int, _ caller: QuotaBook.Caller, at now: Duration,
    forgetBeyond crowd: Int
  ) {
    let window = Quota.window(quotas[place].period, at: now)
    if (counts[place]?.count ?? 0) >= crowd {
      counts[place] = counts[place]?.filter { $0.value.window == window }
    }
    let used = used(place, caller, at: now)
    counts[place, default: [:]][caller] = QuotaBook.Count(window: window, used: used + number)
  }
}
