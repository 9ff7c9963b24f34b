/// Why a request is not carried out under its idempotency key.
enum IdempotencyError: Error, Sendable, Equatable {
  case missingKey
  case invalidKey(String)
  /// The first request under the key is still under way.
  case inProgress(String)
  /// The key was used for something else.
  case reused(String)
}

extension IdempotencyError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .missingKey:
      Problem(
        400, "idempotency-key-missing", "Idempotency-Key is missing",
        detail: "Expected the header Idempotency-Key, such as \"order-1\", found none: one new key "
          + "for each thing to be done, the same one whenever it is asked for again.")
    case .invalidKey(let text):
      Problem(
        400, "idempotency-key-invalid", "Idempotency-Key is not valid",
        detail: "Expected 1 to 255 printable ASCII characters in double quotes, found \(text).")
    case .inProgress(let key):
      Problem(
        409, "request-in-progress", "The request is in progress",
        detail: "The first request under the key \"\(key)\" is not done; ask again in a moment.")
    case .reused(let key):
      Problem(
        422, "idempotency-key-reused", "Idempotency-Key is used already",
        detail: "Another request was made under the key \"\(key)\"; take a new key for this one.")
    }
  }

  var problemHeaders: [Reply.Header] {
    let help = Reply.Header(
      "Link", "</docs#idempotency>; rel=\"describedby\"; type=\"text/html\"")
    if case .inProgress = self { return [help, Reply.Header("Retry-After", "1")] }
    return [help]
  }
}
