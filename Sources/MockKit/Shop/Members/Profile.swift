/// What a member tells of themselves. Two of them join field by field, in any order and any number of
/// times with the same outcome.
package struct Profile: Sendable, Equatable {
  struct Field: Sendable, Equatable {
    var value: String?
    var stamp: FieldStamp

    /// Of two that were written at the same version by one side, which only a merge of two members
    /// can bring, the greater value wins.
    func yields(to other: Field) -> Bool {
      stamp != other.stamp ? stamp < other.stamp : (value ?? "") < (other.value ?? "")
    }
  }

  private var fields: [ProfileField: Field]

  /// As it is at the registration.
  init(name: String, on side: ShopSide) {
    let stamp = FieldStamp(version: 0, origin: side)
    self.init { Field(value: $0 == .name ? name : nil, stamp: stamp) }
  }

  init(_ field: (ProfileField) throws -> Field) rethrows {
    fields = try Dictionary(
      uniqueKeysWithValues: ProfileField.allCases.map { ($0, try field($0)) })
  }

  subscript(_ field: ProfileField) -> Field {
    fields[field] ?? Field(value: nil, stamp: FieldStamp(number: 0))
  }

  var name: String { self[.name].value ?? "" }

  /// Counts the changes of all fields, from 1.
  var version: Int { 1 + fields.values.reduce(0) { $0 + $1.stamp.version } }

  mutating func join(_ other: Profile) {
    for (field, theirs) in other.fields where self[field].yields(to: theirs) {
      fields[field] = theirs
    }
  }

  /// - Returns: whether anything differs from before.
  mutating func change(_ values: [ProfileField: String?], on side: ShopSide) -> Bool {
    let changed = values.filter { self[$0.key].value != $0.value }
    for (field, value) in changed {
      fields[field] = Field(value: value, stamp: self[field].stamp.next(on: side))
    }
    return !changed.isEmpty
  }
}
