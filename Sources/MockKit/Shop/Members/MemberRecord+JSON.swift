/// As a member travels: `changes` says of each field which version it has and where it was written.
/// Where it is absent, `version` and `origin` hold for all of them.
extension MemberRecord: Codable {
  private struct Wire: Codable {
    let memberId, phone, name: String
    let email, birthday, city: String?
    let level: MemberLevel
    let version: Int
    let origin: ShopSide
    let changes: [String: FieldStamp]?
    let credential: Credential?

    func value(of field: ProfileField) -> String? {
      switch field {
      case .name: name
      case .email: email
      case .birthday: birthday
      case .city: city
      }
    }

    func stamp(of field: ProfileField) -> FieldStamp {
      changes?[field.rawValue] ?? FieldStamp(version: max(1, version) - 1, origin: origin)
    }
  }

  package init(from decoder: any Decoder) throws {
    let wire = try Wire(from: decoder)
    let profile = Profile {
      Profile.Field(value: wire.value(of: $0), stamp: wire.stamp(of: $0))
    }
    self.init(
      memberId: wire.memberId, phone: wire.phone, profile: profile, level: wire.level)
    credential = wire.credential
  }

  package func encode(to encoder: any Encoder) throws {
    let stamps = ProfileField.allCases.map { ($0.rawValue, profile[$0].stamp) }
    let wire = Wire(
      memberId: memberId, phone: phone, name: profile.name, email: profile[.email].value,
      birthday: profile[.birthday].value, city: profile[.city].value, level: level,
      version: profile.version, origin: stamps.map(\.1).max()?.origin ?? .web,
      changes: Dictionary(uniqueKeysWithValues: stamps), credential: credential)
    try wire.encode(to: encoder)
  }
}
