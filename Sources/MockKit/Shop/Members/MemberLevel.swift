/// What a member has reached, lowest first.
package enum MemberLevel: String, Sendable, Codable, CaseIterable, Comparable {
  case bronze, silver, gold, platinum

  package static func < (left: MemberLevel, right: MemberLevel) -> Bool {
    let order = allCases
    return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
  }
}
