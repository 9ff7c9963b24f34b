/// The two platforms that keep members, orders and points.
package enum ShopSide: String, Sendable, Hashable, Codable, CaseIterable {
  case web, mini

  package var other: ShopSide { self == .web ? .mini : .web }

  /// As a sentence calls it.
  var title: String { self == .web ? "website" : "mini-program" }

  package var server: MockServerName { self == .web ? .web : .mini }
}
