/// What one side tells the other of a member; points travel as ledger entries, never as a balance.
package struct MemberRecord: Sendable, Equatable {
  package let memberId: String
  package let phone: String
  package var profile: Profile
  package var level: MemberLevel
  /// A password that was chosen on a side that keeps none itself.
  package var credential: Credential?

  /// A member as they register.
  package init(
    memberId: String, phone: String, name: String, level: MemberLevel, origin: ShopSide
  ) {
    self.init(
      memberId: memberId, phone: phone, profile: Profile(name: name, on: origin), level: level)
  }

  init(memberId: String, phone: String, profile: Profile, level: MemberLevel) {
    self.memberId = memberId
    self.phone = phone
    self.profile = profile
    self.level = level
  }

  /// Takes the latest of each field and the higher level, however old the rest of the other is.
  mutating func join(_ other: MemberRecord) {
    profile.join(other.profile)
    level = max(level, other.level)
  }
}

/// A member that is gone.
struct MemberReference: Sendable, Codable {
  let memberId: String
}
