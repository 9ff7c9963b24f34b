extension ShopError: ProblemConvertible {
  package var problem: Problem {
    switch self {
    case .phoneTaken, .alreadyRegistered, .notEnoughPoints, .unknownMember:
      conflict
    case .badCredentials, .notLoggedIn, .invalidCode: unauthorized
    case .notRegistered: notFound
    case .invalidPhone(let phone):
      Problem(
        422, "invalid-phone", "Not a mobile number",
        detail: "\"\(phone)\" is not a mainland mobile number: 1, then 3 to 9, then 9 digits.")
    case .wechatUnavailable(let reason):
      Problem(502, "wechat-unavailable", "WeChat does not answer", detail: reason)
    }
  }

  package var problemHeaders: [Reply.Header] {
    if case .unknownMember = self { return [Reply.Header("Retry-After", "0")] }
    return []
  }

  private var conflict: Problem {
    switch self {
    case .phoneTaken(let phone):
      Problem(
        409, "phone-taken", "The phone number is taken",
        detail: "There is already a member with the phone number \(phone).")
    case .alreadyRegistered:
      Problem(
        409, "already-registered", "Already registered",
        detail: "This WeChat user is a member already; log in instead.")
    case .notEnoughPoints(let balance):
      Problem(
        409, "not-enough-points", "Not enough points", detail: "The balance is \(balance).")
    case .unknownMember(let id):
      Problem(
        409, "unknown-member", "The member is not known yet",
        detail: "No member \(id) has arrived here so far.")
    default: unauthorized
    }
  }

  private var unauthorized: Problem {
    switch self {
    case .badCredentials:
      Problem(
        401, "bad-credentials", "Login failed",
        detail: "The phone number and the password do not belong together.")
    case .invalidCode(let reason):
      Problem(401, "invalid-code", "WeChat does not take the code", detail: reason)
    default:
      Problem(401, "not-logged-in", "Not logged in", detail: "The call carries no living session.")
    }
  }

  private var notFound: Problem {
    Problem(
      404, "not-registered", "Not registered",
      detail: "No member belongs to this WeChat user; register, or log in with a phone code.")
  }
}
