import MockKit

/// Why the console does not listen to somebody.
enum ConsoleRefusal: Error, Sendable, Equatable {
  case tokenNeeded
  case foreignHost(String)
  case foreignOrigin(String)
}

extension ConsoleRefusal: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .tokenNeeded:
      Problem(
        401, "token-needed", "A token is needed",
        detail: "Expected the header `Authorization: Bearer …` with the token that "
          + "`linkage mock` was given or printed.")
    case .foreignHost(let host):
      Problem(
        403, "foreign-host", "Only loopback is served",
        detail: "The call went to \"\(host)\"; expected 127.0.0.1, localhost or [::1].")
    case .foreignOrigin(let origin):
      Problem(
        403, "foreign-origin", "Pages of other origins are not served",
        detail:
          "The call came from a page of \(origin); only the console's own may change the mocks.")
    }
  }

  var problemHeaders: [Reply.Header] {
    self == .tokenNeeded ? [Reply.Header("WWW-Authenticate", "Bearer")] : []
  }
}
