import Foundation
import MockKit
import Synchronization

/// Pictures that apps uploaded and people sent. Each lives for three days.
final class MediaBook: Sendable {
  struct Medium: Sendable {
    let appid: String
    let bytes: Data
    let type: String
    let expires: Duration
  }

  struct State {
    var count: UInt64 = 0
    var media: [String: Medium] = [:]
  }

  private static let life: Duration = .seconds(3 * 86_400)
  private static let limit = 200

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

  /// - Parameter type: such as `image/png`.
  /// - Returns: the id under which it is found.
  func add(_ bytes: Data, type: String, of appid: String) -> String {
    let expires = clock.now + Self.life
    return state.withLock { state in
      state.count += 1
      let id =
        hash.letters("media|\(state.count)|1", count: 43)
        + hash.letters("media|\(state.count)|2", count: 21)
      state.media[id] = Medium(appid: appid, bytes: bytes, type: type, expires: expires)
      if state.media.count > Self.limit,
        let oldest = state.media.min(by: { $0.value.expires < $1.value.expires })?.key
      {
        state.media[oldest] = nil
      }
      return id
    }
  }

  func find(_ id: String, of appid: String) -> Medium? {
    let now = clock.now
    return state.withLock { $0.media[id] }.flatMap {
      $0.appid == appid && $0.expires > now ? $0 : nil
    }
  }
}
