import Foundation

/// An amount of Chinese money, exact; in JSON a decimal string such as `"31.96"`.
package struct Money: Sendable, Equatable, Codable {
  package let fen: Int

  package init(fen: Int) {
    self.fen = fen
  }

  static let zero = Money(fen: 0)

  /// A part of it, rounded down to the fen.
  func percent(_ percent: Int) -> Money { Money(fen: fen * percent / 100) }

  /// The largest amount that is read, 9,999,999,999,999.99: sums of many still fit 64 bits.
  private static let most = 999_999_999_999_999

  /// - Returns: nothing where the text is not digits, a point and two digits, or is larger than any
  ///   amount here.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let yuan = Int(parts[0]),
      (0...Self.most / 100).contains(yuan), let rest = Int(parts[1]), rest >= 0
    else { return nil }
    fen = yuan * 100 + rest
  }

  package var wholeYuan: Int { fen / 100 }

  package var text: String {
    let rest = fen % 100
    return "\(fen / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let money = Money(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected an amount such as \"31.96\"")
    }
    self = money
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
