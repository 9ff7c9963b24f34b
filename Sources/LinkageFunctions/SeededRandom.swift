import Crypto
import Synchronization

/// A source of choices that are the same for the same seed and name (SplitMix64).
final class SeededRandom: Sendable {
  private let state: Mutex<UInt64>

  init(seed: UInt64, name: String) {
    let digest = SHA256.hash(data: Array("\(seed)/\(name)".utf8))
    state = Mutex(digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }

  func next() -> UInt64 {
    state.withLock { state in
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }

  /// A number from 0 up to, not including, `bound`.
  func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

  func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(below(10)) }.joined()
  }
}
