/// What one side tells the other of a member; points travel as ledger entries, never as a balance.
package struct MemberRecord: Sendable, Equatable, Codable {
  package let memberId: String
  package let phone: String
  package var name: String
  package var level: MemberLevel
  /// Counts the changes of the profile, from 1.
  package var version: Int
  /// The side of the last change of the profile.
  package var origin: ShopSide
  /// A password that was chosen on a side that keeps none itself.
  package var credential: Credential?

  /// Whether its profile replaces the other one: the higher version does, the website's of two equal
  /// ones, so that both sides end with the same whatever comes first.
  func supersedes(_ other: MemberRecord) -> Bool {
    version != other.version
      ? version > other.version
      : origin == .web && other.origin != .web
  }
}

/// A member that is gone.
struct MemberReference: Sendable, Codable {
  let memberId: String
}
