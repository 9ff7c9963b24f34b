import MockKit
import Synchronization

/// The codes that were given out. Each is good once, for its app, and not for long.
final class CodeBook: Sendable {
  struct Entry {
    let owner: WeChatOwner
    let appid: String
    let expires: Duration
    var isUsed = false
  }

  struct State {
    var count: UInt64 = 0
    var entries: [String: Entry] = [:]
  }

  /// How often dead codes are thrown away, in codes given out.
  private static let sweep: UInt64 = 4096

  private let clock: MockClock
  private let hash: SeededHash
  private let name: String
  private let length: Int
  private let life: Duration
  private let state = Mutex(State())

  /// - Parameters:
  ///   - name: tells its codes from another book's.
  ///   - length: in hexadecimal digits.
  init(
    _ name: String = "code", clock: MockClock, seed: UInt64, length: Int,
    life: Duration = .seconds(300)
  ) {
    self.name = name
    self.clock = clock
    self.length = length
    self.life = life
    hash = SeededHash(seed: seed)
  }

  func issue(to owner: WeChatOwner, in app: SeedData.App) -> String {
    let now = clock.now
    return state.withLock { state in
      state.count += 1
      if state.count.isMultiple(of: Self.sweep) {
        state.entries = state.entries.filter { $0.value.expires > now }
      }
      let code = hash.hex("\(name)|\(length)|\(state.count)", digits: length)
      state.entries[code] = Entry(owner: owner, appid: app.appid, expires: now + life)
      return code
    }
  }

  /// All that was given out, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  func owner(of code: String) -> WeChatOwner? {
    state.withLock { $0.entries[code]?.owner }
  }

  /// Spends the code. One that has expired, or is another app's, is as unknown as one that never was.
  func redeem(_ code: String, in app: SeedData.App) throws(WeChatError) -> WeChatOwner {
    let now = clock.now
    let result = state.withLock { state -> Result<WeChatOwner, WeChatError> in
      guard let entry = state.entries[code], entry.appid == app.appid else {
        return .failure(.invalidCode)
      }
      guard !entry.isUsed else { return .failure(.codeUsed) }
      guard entry.expires > now else { return .failure(.invalidCode) }
      state.entries[code]?.isUsed = true
      return .success(entry.owner)
    }
    return try result.get()
  }
}
