/// What invitations and shared pages refuse.
enum RewardError: Error, Sendable, Equatable {
  case unknownCode(String)
  case invitedBefore
  case shareNotFound(String)
}

extension RewardError: ProblemConvertible {
  package var problem: Problem {
    switch self {
    case .unknownCode(let code):
      Problem(
        404, "referral-not-found", "Nobody has this invitation code",
        detail: "There is no member with the code \"\(code)\"; expected one of GET /api/referral.")
    case .invitedBefore:
      Problem(
        409, "referral-used", "Invited before",
        detail: "Somebody with this phone number was invited before; register without a code.")
    case .shareNotFound(let key):
      Problem(
        404, "share-not-found", "No such shared page", detail: "You have shared no page \(key).")
    }
  }
}
