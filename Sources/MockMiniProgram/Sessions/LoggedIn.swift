import MockKit

/// What a login answers.
struct LoggedIn: Sendable, Encodable {
  let token: String
  let member: Member
}

extension ShopChange {
  func logIn(_ member: String) throws -> LoggedIn {
    LoggedIn(
      token: try openSession(for: member),
      member: try Members.show(member, in: database))
  }
}
