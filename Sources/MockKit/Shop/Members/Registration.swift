/// What makes a new member.
package struct Registration: Sendable {
  package let phone: String
  package let name: String?
  package let credential: Credential?

  package init(phone: String, name: String?, credential: Credential?) {
    self.phone = phone
    self.name = name
    self.credential = credential
  }
}

extension ShopChange {
  /// - Returns: the new member's id.
  package func register(_ registration: Registration) throws -> String {
    try MobileNumber.check(registration.phone)
    let taken = try Members.living(withPhone: registration.phone, in: database)
    guard taken == nil else { throw ShopError.phoneTaken(registration.phone) }
    var record = MemberRecord(
      memberId: ids.member(try Counter.member.next(in: database)), phone: registration.phone,
      name: registration.name ?? "会员\(registration.phone.suffix(4))", level: .bronze,
      origin: side)
    try Members.insert(record, in: database)
    record.credential = try keep(registration.credential, of: record.memberId)
    try publish(.memberRegistered, of: record.memberId, lane: record.phone, record)
    return record.memberId
  }

  /// The website keeps passwords; elsewhere one goes to it with the registration.
  private func keep(_ credential: Credential?, of member: String) throws -> Credential? {
    guard side == .web, let credential else { return credential }
    try Credentials.set(credential, of: member, in: database)
    return nil
  }
}
