import MockKit
import Synchronization

/// The people whom the platform has met, and who they are in which app.
///
/// One person has another openid in each app, and one unionid in all of them.
final class PeopleBook: Sendable {
  /// Somebody in one app.
  struct Person: Sendable, Equatable {
    let appid: String
    let owner: WeChatOwner
  }

  struct State {
    /// By openid; no two apps share one.
    var people: [String: Person] = [:]
  }

  private let mini: String
  private let seed: UInt64
  private let state = Mutex(State())

  /// - Parameter mini: the appid of the set's mini-program.
  init(mini: String, seed: UInt64) {
    self.mini = mini
    self.seed = seed
  }

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// Remembers somebody who uses an app.
  ///
  /// - Parameter owner: as the set's mini-program knows the person.
  /// - Returns: as that app knows the person.
  @discardableResult
  func meet(_ owner: WeChatOwner, in app: SeedData.App) -> WeChatOwner {
    let known = owner.known(as: identity(of: owner.identity, in: app))
    state.withLock { $0.people[known.identity.openid] = Person(appid: app.appid, owner: known) }
    return known
  }

  /// Who the openid is; nobody where it was never met.
  func find(_ openid: String) -> Person? {
    state.withLock { $0.people[openid] }
  }

  /// What a phone's WeChat users are called, in all apps, the phone's own included.
  func openids(of phone: String) -> Set<String> {
    let own = WeChatIdentity(of: phone, seed: seed).openid
    return state.withLock { state in
      Set(state.people.filter { $0.value.owner.phone == phone }.keys).union([own])
    }
  }

  /// Refuses an openid that cannot be one of the app's users: another app's, or one that was never met
  /// and has not the form of one. After a restart the platform has met nobody.
  func check(_ openid: String?, in app: SeedData.App) throws(WeChatError) -> String {
    guard let openid, !openid.isEmpty else { throw .invalidOpenid }
    let isOwn = find(openid).map { $0.appid == app.appid } ?? Self.isWellFormed(openid)
    guard isOwn else { throw .invalidOpenid }
    return openid
  }

  private func identity(of identity: WeChatIdentity, in app: SeedData.App) -> WeChatIdentity {
    app.appid == mini ? identity : identity.inApp(app.appid, seed: seed)
  }

  private static func isWellFormed(_ openid: String) -> Bool {
    openid.utf8.count == 28 && openid.hasPrefix("o")
      && openid.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || $0 == "-" || $0 == "_"
      }
  }
}
