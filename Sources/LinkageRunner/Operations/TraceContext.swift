import LinkageCore
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
    let hash = StableHash(run).value
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

  /// SplitMix64, never zero: the standard forbids ids of zeroes.
  fileprivate static func mix(_ number: UInt64) -> UInt64 {
    let hash = StableHash.spread(number &+ 0x9e37_79b9_7f4a_7c15)
    return hash == 0 ? 1 : hash
  }
}
