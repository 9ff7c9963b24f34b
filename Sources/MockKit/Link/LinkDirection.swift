/// Which way a change travels.
package enum LinkDirection: String, Sendable, Hashable, Codable, CaseIterable {
  case webToMini = "web→mini"
  case miniToWeb = "mini→web"

  package init(from side: ShopSide) {
    self = side == .web ? .webToMini : .miniToWeb
  }
}
