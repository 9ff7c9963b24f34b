import MockKit
import Synchronization

/// What websites may ask of the users who logged in there.
final class OAuthBook: Sendable {
  struct Grant: Sendable {
    let owner: WeChatOwner
    let app: SeedData.App
    let refreshToken: String
    /// Since 1970.
    let refreshExpires: Duration
    var accessToken: String
    var accessExpires: Duration
  }

  struct State {
    var count: UInt64 = 0
    /// By refresh token.
    var grants: [String: Grant] = [:]
    /// Refresh tokens by access token.
    var access: [String: String] = [:]
  }

  static let accessLife: Duration = .seconds(7200)
  private static let refreshLife: Duration = .seconds(30 * 86_400)

  private let clock: MockClock
  private let hash: SeededHash
  private let state = Mutex(State())

  init(clock: MockClock, seed: UInt64) {
    self.clock = clock
    hash = SeededHash(seed: seed)
  }

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  func grant(_ owner: WeChatOwner, to app: SeedData.App) -> Grant {
    let now = clock.now
    return state.withLock { state in
      let grant = Grant(
        owner: owner, app: app, refreshToken: newToken(&state),
        refreshExpires: now + Self.refreshLife, accessToken: newToken(&state),
        accessExpires: now + Self.accessLife)
      state.grants[grant.refreshToken] = grant
      state.access[grant.accessToken] = grant.refreshToken
      return grant
    }
  }

  /// A living access token lives on for two hours from now; a dead one is replaced.
  func refresh(_ token: String, of appid: String) throws(WeChatError) -> Grant {
    let now = clock.now
    let result = state.withLock { state -> Result<Grant, WeChatError> in
      guard var grant = state.grants[token], grant.app.appid == appid else {
        return .failure(.invalidRefreshToken)
      }
      guard grant.refreshExpires > now else { return .failure(.refreshTokenExpired) }
      if grant.accessExpires <= now { grant.accessToken = newToken(&state) }
      grant.accessExpires = now + Self.accessLife
      state.grants[token] = grant
      state.access[grant.accessToken] = token
      return .success(grant)
    }
    return try result.get()
  }

  /// The grant that an access token of a user stands for.
  func check(_ token: String?, openid: String?) throws(WeChatError) -> Grant {
    guard let token, !token.isEmpty else { throw .tokenMissing }
    guard let openid, !openid.isEmpty else { throw .openidMissing }
    let found = state.withLock { state in state.access[token].flatMap { state.grants[$0] } }
    guard let found else { throw .invalidCredential }
    guard found.accessToken == token, found.accessExpires > clock.now else { throw .tokenExpired }
    guard found.owner.identity.openid == openid else { throw .invalidOpenid }
    return found
  }

  private func newToken(_ state: inout State) -> String {
    state.count += 1
    return "97_" + (1...2).map { hash.letters("oauth|\(state.count)|\($0)", count: 40) }.joined()
  }
}
