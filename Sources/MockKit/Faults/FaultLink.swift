/// Which messages a fault is about.
package enum FaultLink: String, Sendable, Hashable, Codable, CaseIterable {
  case webToMini = "web→mini"
  case miniToWeb = "mini→web"
  /// Website and mini-program, either way.
  case both
  /// What platforms and counter system tell each other, either way.
  case counter

  package init(_ direction: LinkDirection) {
    self = direction == .webToMini ? .webToMini : .miniToWeb
  }

  /// Keyboards have no arrow: `web->mini` and `web-to-mini` are understood, too.
  package init?(text: String) {
    self.init(rawValue: text.replacing("->", with: "→").replacing("-to-", with: "→"))
  }

  package func covers(_ link: FaultLink) -> Bool {
    self == link || (self == .both && link != .counter)
  }
}
