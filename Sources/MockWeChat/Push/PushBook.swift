import MockKit
import Synchronization

/// Where the apps want their messages, and the messages themselves.
final class PushBook: Sendable {
  struct State {
    var settings: [String: PushSettings] = [:]
    var deliveries: [PushDelivery] = []
    var count = 0
    var messages: Int64 = 0
    /// Those that are being tried.
    var running: Set<Int> = []
    /// Another one after each restoring: what was under way then belongs to a past life.
    var life = 0
  }

  private static let limit = 10_000
  private static let firstMessage: Int64 = 24_361_870_000_000_000

  private let clock: MockClock
  private let state: Mutex<State>

  init(_ settings: [String: PushSettings], clock: MockClock) {
    self.clock = clock
    state = Mutex(State(settings: settings))
  }

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set {
      state.withLock { state in
        let life = state.life
        state = newValue
        state.running = []
        state.life = life + 1
      }
    }
  }

  func settings(of appid: String) -> PushSettings? { state.withLock { $0.settings[appid] } }

  var settings: [String: PushSettings] { state.withLock { $0.settings } }

  func set(_ settings: PushSettings?, of appid: String) {
    state.withLock { $0.settings[appid] = settings }
  }

  /// A number for a message that a person writes.
  func nextMessage() -> Int64 {
    state.withLock { state in
      state.messages += 1
      return Self.firstMessage + state.messages
    }
  }

  /// - Returns: the deliveries' numbers; none where the app wants no messages.
  func add(_ message: PushMessage, of appid: String, copies: Int?) -> [Int] {
    let now = clock.now
    return state.withLock { state in
      guard let settings = state.settings[appid] else { return [] }
      return (0..<(copies ?? settings.copies)).map { _ in
        state.count += 1
        state.deliveries.append(
          PushDelivery(id: state.count, appid: appid, message: message, due: now))
        if state.deliveries.count > Self.limit { state.deliveries.removeFirst(Self.limit / 10) }
        return state.count
      }
    }
  }

  /// The oldest first.
  var deliveries: [PushDelivery] { state.withLock(\.deliveries) }

  func delivery(_ id: Int) -> PushDelivery? {
    state.withLock { $0.deliveries.first { $0.id == id } }
  }
}

extension PushBook {
  /// Those whose time has come; the caller tries them.
  func takeDue() -> (life: Int, deliveries: [PushDelivery]) {
    let now = clock.now
    return state.withLock { state in
      let due = state.deliveries.filter {
        $0.outcome == .waiting && $0.due <= now && !state.running.contains($0.id)
      }
      state.running.formUnion(due.map(\.id))
      return (state.life, due)
    }
  }

  /// When the next one is due that is not being tried.
  var nextDue: Duration? {
    state.withLock { Self.nextDue($0) }
  }

  private static func nextDue(_ state: State) -> Duration? {
    state.deliveries.filter { $0.outcome == .waiting && !state.running.contains($0.id) }
      .map(\.due).min()
  }

  /// Whether none is being tried or due.
  var isResting: Bool {
    let now = clock.now
    return state.withLock { state in
      state.running.isEmpty && (Self.nextDue(state).map { $0 > now } ?? true)
    }
  }

  /// Writes down what came of a try; in another life it is forgotten.
  ///
  /// - Parameter began: when it was made.
  func record(_ made: PushDelivery.Try, of id: Int, began: Duration, life: Int) {
    state.withLock { state in
      guard state.life == life else { return }
      state.running.remove(id)
      guard let index = state.deliveries.firstIndex(where: { $0.id == id }) else { return }
      state.deliveries[index].add(made, began: began)
    }
  }
}

extension PushDelivery {
  fileprivate mutating func add(_ made: Try, began: Duration) {
    tries.append(made)
    due = began + Self.patience
    if made.problem == nil {
      outcome = .delivered
    } else if tries.count >= Self.mostTries {
      outcome = .failed
    }
  }
}
