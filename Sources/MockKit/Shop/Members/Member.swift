/// A member as both platforms show it.
package struct Member: Sendable, Equatable, Encodable {
  package let memberId: String
  package let phone: String
  package let name: String
  package let email: String?
  package let birthday: String?
  package let city: String?
  package let level: MemberLevel
  package let points: Int
  /// The products of which the member has packages of services.
  package let purchasedServices: [String]
  /// Counts the changes of the profile.
  package let version: Int
  /// The ids of members that this one has taken in.
  package let mergedIds: [String]
  /// Which side wrote each field last; not shown, but two values of one version differ by it.
  let origins: String

  private enum CodingKeys: CodingKey {
    case memberId, phone, name, email, birthday, city, level, points, purchasedServices, version
    case mergedIds
  }

  /// Fields that nobody has told are null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(memberId, forKey: .memberId)
    try container.encode(phone, forKey: .phone)
    try container.encode(name, forKey: .name)
    try container.encode(email, forKey: .email)
    try container.encode(birthday, forKey: .birthday)
    try container.encode(city, forKey: .city)
    try container.encode(level, forKey: .level)
    try container.encode(points, forKey: .points)
    try container.encode(purchasedServices, forKey: .purchasedServices)
    try container.encode(version, forKey: .version)
    try container.encode(mergedIds, forKey: .mergedIds)
  }

  /// Points, level, services and ties change without the version.
  var tag: EntityTag {
    EntityTag(
      version: version, variant: ["\(points)", level.rawValue, origins] + purchasedServices)
  }
}

extension Member {
  init(_ record: MemberRecord, points: Int, purchasedServices: [String], mergedIds: [String]) {
    let profile = record.profile
    self.init(
      memberId: record.memberId, phone: record.phone, name: profile.name,
      email: profile[.email].value, birthday: profile[.birthday].value,
      city: profile[.city].value, level: record.level, points: points,
      purchasedServices: purchasedServices, version: profile.version + mergedIds.count,
      mergedIds: mergedIds,
      origins: ProfileField.allCases.map { profile[$0].stamp.origin.rawValue }.joined())
  }
}
