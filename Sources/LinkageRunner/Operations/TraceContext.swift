import Synchronization

/// Makes the `traceparent` of each request (W3C Trace Context): every time an operation is done is
/// a trace of its own, and each of its requests a span.
///
/// Derived from the run's name, the case and a counter: no two runs share one.
final class TraceContext: Sendable {
  private let run: UInt64
  private let `case`: UInt64
  private let count = Mutex<UInt64>(0)

  init(run: String, case index: Int) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in run.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    self.run = Self.mix(hash)
    self.case = Self.mix(hash &+ UInt64(truncatingIfNeeded: index) &+ 1)
  }

  /// One operation, done once.
  struct Trace: Sendable {
    fileprivate var high: UInt64
    fileprivate var low: UInt64

    /// - Parameter request: its number within the operation.
    func parent(ofRequest request: Int) -> String {
      let span = TraceContext.mix(low &+ UInt64(truncatingIfNeeded: request) &+ 1)
      // `01`: recorded, so that whoever samples keeps it.
      return "00-\(Self.hex(high))\(Self.hex(low))-\(Self.hex(span))-01"
    }

    private static func hex(_ number: UInt64) -> String {
      String(unsafeUninitializedCapacity: 16) { buffer in
        for index in 0..<16 {
          let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * index)) & 15
          buffer[index] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        }
        return 16
      }
    }
  }

  func next() -> Trace {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return Trace(high: run, low: Self.mix(self.case &+ number))
  }

  /// SplitMix64's finaliser, never zero: the standard forbids ids of zeroes.
  fileprivate static func mix(_ number: UInt64) -> UInt64 {
    var hash = number &+ 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    hash ^= hash >> 31
    return hash == 0 ? 1 : hash
  }
}
