/// The body of `PATCH /api/member`: what is absent stays, null clears.
struct ProfilePatch: Sendable, Decodable {
  let values: [ProfileField: String?]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ProfileField.self)
    let present = ProfileField.allCases.filter(container.contains)
    values = try Dictionary(
      uniqueKeysWithValues: present.map { field in
        let mayBeNull = field != .name
        let isNull = try mayBeNull && container.decodeNil(forKey: field)
        return (field, isNull ? nil : try container.decode(String.self, forKey: field))
      })
  }

  /// - Parameter today: such as `2026-01-31`.
  func check(today: String) throws(InvalidRequest) {
    guard !values.isEmpty else {
      let fields = "an object with any of name, email, birthday and city"
      throw InvalidRequest(field: "", reason: .outside(fields))
    }
    for case (let field, let value?) in values { try field.check(value, today: today) }
  }
}
