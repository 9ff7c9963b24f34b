import MockKit
import Synchronization

/// The links that an app made, what was opened, and the pages there are.
final class LinkBook: Sendable {
  struct State: Sendable {
    var count: UInt64 = 0
    var links: [String: Link] = [:]
    var limited: Set<String> = []
    var permanent = 0
    var today = Today()
    var quotas = LinkQuotas()
    /// Without a slash before them; any page where there is no list, none released where it is empty.
    var pages: [String]?
  }

  /// What is counted anew each day.
  struct Today: Sendable {
    /// Since 1970, in China.
    var day: Int64 = 0
    var made = 0
    var short = 0
    var opened = 0
  }

  /// How often dead links are thrown away, in links made.
  private static let sweep: UInt64 = 4096

  let app: SeedData.App
  let clock: MockClock
  private let hash: SeededHash
  private let state: Mutex<State>

  init(app: SeedData.App, clock: MockClock, seed: UInt64) {
    self.app = app
    self.clock = clock
    hash = SeededHash(seed: seed)
    state = Mutex(State(pages: app.pages))
  }

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  var hasRelease: Bool { state.withLock { $0.pages?.isEmpty != true } }

  /// The page that opens where none is named.
  var home: String { state.withLock { $0.pages?.first } ?? "pages/index/index" }

  /// The home page's empty name is one, too.
  func isPublished(_ path: String) -> Bool {
    let path = path.hasPrefix("/") ? String(path.dropFirst()) : path
    return state.withLock { $0.pages.map { path.isEmpty || $0.contains(path) } ?? true }
  }

  /// Whether the page is released.
  func has(_ path: String) -> Bool { hasRelease && isPublished(path) }

  func publish(_ pages: [String]?) {
    state.withLock { $0.pages = pages }
  }

  func set(_ quotas: LinkQuotas) {
    state.withLock { $0.quotas = quotas }
  }

  var quotas: LinkQuotas { state.withLock { $0.quotas } }

  func link(_ ticket: String) -> Link? { state.withLock { $0.links[ticket] } }

  /// How often schemes and URL links may still be opened today.
  var opensLeft: Int {
    let day = day
    return state.withLock { $0.quotas.opensADay - $0.on(day).opened }
  }

  /// - Parameter expires: in seconds since 1970; 0 for a short link that lives for ever.
  /// - Returns: the ticket.
  func make(
    _ kind: Link.Kind, to destination: Destination, expires: Int64
  ) throws(WeChatError) -> String {
    let (now, day) = (clock.seconds, day)
    let result = state.withLock { state -> Result<String, WeChatError> in
      state.today = state.on(day)
      if let error = state.count(kind, isPermanent: expires == 0) { return .failure(error) }
      if state.count.isMultiple(of: Self.sweep) {
        state.links = state.links.filter { !$0.value.isOver(at: now - LinkExpiry.longest) }
      }
      let ticket = ticket(state.count, length: kind == .shortLink ? 15 : 11)
      state.links[ticket] = Link(
        kind: kind, destination: destination, created: now, expires: expires)
      return .success(ticket)
    }
    return try result.get()
  }

  /// Counts a code of the limited kinds; the same path counts once.
  func countCode(_ path: String) throws(WeChatError) {
    let isTaken = state.withLock { state in
      guard !state.limited.contains(path) else { return true }
      guard state.limited.count < state.quotas.codes else { return false }
      return state.limited.insert(path).inserted
    }
    guard isTaken else { throw .codeCount }
  }

  /// Counts that somebody opens a scheme or URL link; `false` where nobody may any more today.
  func countOpening() -> Bool {
    let day = day
    return state.withLock { state in
      state.today = state.on(day)
      guard state.today.opened < state.quotas.opensADay else { return false }
      state.today.opened += 1
      return true
    }
  }

  /// - Returns: the link after it.
  func countOpening(of ticket: String, by openid: String) -> Link? {
    state.withLock { state in
      state.links[ticket]?.opens += 1
      state.links[ticket]?.people.insert(openid)
      return state.links[ticket]
    }
  }

  private var day: Int64 { (clock.seconds + 8 * 3600) / LinkExpiry.day }

  /// Letters and digits.
  private func ticket(_ number: UInt64, length: Int) -> String {
    String(
      hash.letters("link|\(app.appid)|\(number)", count: 43).filter { $0 != "-" && $0 != "_" }
        .prefix(length))
  }
}
