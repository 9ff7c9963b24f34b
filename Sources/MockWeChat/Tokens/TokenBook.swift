import MockKit
import Synchronization

/// The access tokens that were given out, by two endpoints that know nothing of each other.
final class TokenBook: Sendable {
  /// The tokens of an app that follow each other.
  struct Series: Sendable, Hashable {
    let appid: String
    let isStable: Bool
  }

  /// A token with the whole seconds it has left.
  struct Issued: Sendable {
    let text: String
    let seconds: Int64
  }

  struct Token {
    let appid: String
    let text: String
    let expires: Duration
    /// From then on it is refused as not the latest.
    var revoked: Duration?
  }

  struct State {
    var count: UInt64 = 0
    var known: [String: Token] = [:]
    var latest: [Series: String] = [:]
    /// When each app last asked for a new one, by appid.
    var refreshed: [String: Duration] = [:]
  }

  private static let life: Duration = .seconds(7200)
  /// How long an old token goes on working beside its successor.
  private static let overlap: Duration = .seconds(300)

  private let apps: AppBook
  private let clock: MockClock
  private let hash: SeededHash
  private let state = Mutex(State())

  init(apps: AppBook, clock: MockClock, seed: UInt64) {
    self.apps = apps
    self.clock = clock
    hash = SeededHash(seed: seed)
  }

  /// All that was given out, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// A new token; the one before it works for five minutes more.
  func issuePlain(to app: SeedData.App) -> Issued {
    let (now, series) = (clock.now, Series(appid: app.appid, isStable: false))
    return state.withLock { issue(series, now: now, overlap: Self.overlap, &$0) }
  }

  /// The same token as long as it lives, renewed five minutes before its end.
  func issueStable(to app: SeedData.App) -> Issued {
    let (now, series) = (clock.now, Series(appid: app.appid, isStable: true))
    return state.withLock { state in
      if let text = state.latest[series], let token = state.known[text],
        token.expires - now > Self.overlap
      {
        return Issued(text: text, seconds: (token.expires - now).components.seconds)
      }
      return issue(series, now: now, overlap: Self.overlap, &state)
    }
  }

  /// A new token; the one before it ends at once. 30 seconds apart.
  ///
  /// - Parameter spend: counts the call; not asked where it comes too early.
  func refreshStable(
    of app: SeedData.App, spend: () throws(WeChatError) -> Void
  ) throws(WeChatError) -> Issued {
    let (now, series) = (clock.now, Series(appid: app.appid, isStable: true))
    let result = state.withLock { state -> Result<Issued, WeChatError> in
      if let last = state.refreshed[app.appid], now - last < .seconds(30) {
        return .failure(.minuteLimit)
      }
      do throws(WeChatError) { try spend() } catch { return .failure(error) }
      state.refreshed[app.appid] = now
      return .success(issue(series, now: now, overlap: .zero, &state))
    }
    return try result.get()
  }

  /// - Returns: whose it is.
  @discardableResult
  func check(_ text: String?) throws(WeChatError) -> SeedData.App {
    guard let text, !text.isEmpty else { throw .tokenMissing }
    guard Self.isWellFormed(text) else { throw .invalidToken }
    let now = clock.now
    guard let token = state.withLock({ $0.known[text] }) else { throw .invalidCredential }
    guard token.expires > now else { throw .tokenExpired }
    if let revoked = token.revoked, revoked <= now { throw .invalidCredential }
    guard let app = apps.find(token.appid) else { throw .invalidCredential }
    return app
  }

  /// Whose it is; nobody where it no longer opens anything.
  func owner(of text: String) -> SeedData.App? { try? check(text) }

  /// Such as one that was encoded twice is not.
  private static func isWellFormed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || $0 == "-" || $0 == "_"
    }
  }

  private func issue(
    _ series: Series, now: Duration, overlap: Duration, _ state: inout State
  ) -> Issued {
    state.count += 1
    let parts = (1...4).map { hash.letters("token|\(state.count)|\($0)", count: 36) }
    let text = "97_" + parts.joined()
    if let old = state.latest[series] { state.known[old]?.revoked = now + overlap }
    state.latest[series] = text
    state.known[text] = Token(
      appid: series.appid, text: text, expires: now + Self.life)
    return Issued(text: text, seconds: Self.life.components.seconds)
  }
}
