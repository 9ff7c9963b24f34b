/// A member as both platforms show it.
package struct Member: Sendable, Equatable, Codable {
  package let memberId: String
  package let phone: String
  package let name: String
  package let level: MemberLevel
  package let points: Int
  package let purchasedServices: [String]
}
