/// Which way a change travels.
package enum LinkDirection: String, Sendable, Hashable, Codable, CaseIterable {
  case webToMini = "web→mini"
  case miniToWeb = "mini→web"

  package init(from side: ShopSide) {
    self = side == .web ? .webToMini : .miniToWeb
  }

  /// Keyboards have no arrow: `web-to-mini` is understood, too.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let direction = Self(rawValue: text.replacing("-to-", with: "→")) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected web→mini or mini→web")
    }
    self = direction
  }
}
