/// The two platforms that keep members, orders and points.
package enum ShopSide: String, Sendable, Hashable, Codable, CaseIterable {
  case web, mini

  package var other: ShopSide { self == .web ? .mini : .web }

  package var server: MockServerName { self == .web ? .web : .mini }
}
