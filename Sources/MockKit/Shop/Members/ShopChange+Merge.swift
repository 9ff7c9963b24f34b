/// Two members who turned out to be one person, as both were before.
struct MergedMembers: Sendable, Codable {
  let one: MemberRecord
  let other: MemberRecord
}

extension ShopChange {
  /// Makes one member of two, here and there.
  ///
  /// - Returns: who survives.
  package func merge(_ one: String, with other: String) throws -> String {
    guard one != other else { return one }
    let records = try MergedMembers(
      one: Members.require(one, in: database), other: Members.require(other, in: database))
    let survivor = try MemberMerge.unite(one, other, buried: false, in: database)
    // What follows with any of the numbers, such as a deletion and another registration, arrives
    // after it.
    for phone in try MemberMerge.phones(of: survivor, in: database) {
      try publish(.memberMerged, of: survivor, lane: phone, records)
    }
    try reviewMerged(survivor)
    return survivor
  }

  /// What follows for two who are one now.
  fileprivate func reviewMerged(_ survivor: String) throws {
    try raiseLevel(of: survivor)
    try givePerk(to: survivor)
    try reviewRecruits(of: survivor)
  }
}

extension LinkApplier {
  /// Either may not have arrived yet, for two members' events do not wait for each other.
  func merge(_ members: MergedMembers) throws {
    for record in [members.one, members.other] {
      try register(record)
      try update(record)
    }
    let (one, other) = (try known(members.one.memberId), try known(members.other.memberId))
    let buried = try [one, other].contains { try Members.isBuried($0, in: database) }
    let survivor = try MemberMerge.unite(one, other, buried: buried, in: database)
    try change.reviewMerged(survivor)
  }

  func register(_ record: MemberRecord) throws {
    let id = try MemberMerge.survivor(of: record.memberId, in: database)
    if try Members.find(id, in: database) == nil { try add(record) }
    guard let credential = record.credential else { return }
    try Credentials.adopt(credential, of: try known(record.memberId), in: database)
  }

  /// Where somebody has the phone number already, it is the same person. The other side is told, for
  /// one of the two may be gone there before it hears of both.
  private func add(_ record: MemberRecord) throws {
    guard let local = try Members.living(withPhone: record.phone, in: database) else {
      return try Members.insert(try identified(record), in: database)
    }
    try Members.insert(record, deleted: true, in: database)
    _ = try change.merge(record.memberId, with: local)
  }

  func update(_ record: MemberRecord) throws {
    var local = try Members.require(try known(record.memberId), in: database)
    local.join(winning(of: record, over: local))
    try Members.update(local, in: database)
    try resurrect(local.memberId)
  }
}
