/// A W3C trace context: `00-<32 hex>-<16 hex>-<2 hex>`.
package struct Traceparent: Sendable, Equatable {
  package let text: String

  /// Takes a valid header, and makes a new trace where there is none.
  package init(_ header: String?) {
    text = header.flatMap { Self.isValid($0) ? $0 : nil } ?? Self.fresh()
  }

  private static func fresh() -> String {
    "00-\(Hexadecimal.random(bytes: 16))-\(Hexadecimal.random(bytes: 8))-01"
  }

  private static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [2, 32, 16, 2]
    guard parts.map(\.utf8.count) == lengths, parts[0] != "ff" else { return false }
    let isHex = parts.joined().utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    return isHex && parts[1].contains { $0 != "0" } && parts[2].contains { $0 != "0" }
  }
}
