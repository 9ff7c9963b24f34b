/// A hash that is the same in every process, unlike Swift's own: FNV-1a with 64 bits.
@frozen public struct StableHash: Sendable {
  public var value: UInt64

  /// - Parameter seed: mixed into where it begins.
  @inlinable public init(seed: UInt64 = 0) {
    value = seed ^ 0xcbf2_9ce4_8422_2325
  }

  /// Of a text's UTF-8.
  public init(_ text: String, seed: UInt64 = 0) {
    self.init(seed: seed)
    for byte in text.utf8 { add(byte) }
  }

  @inlinable public mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// SplitMix64's finaliser: spreads numbers that lie close together, as FNV leaves them.
  public static func spread(_ number: UInt64) -> UInt64 {
    var hash = number
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }
}
