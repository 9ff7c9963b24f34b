/// What an entry is refused for.
package enum EntryError: Error, Sendable, Equatable {
  case notFound(String)
  /// WeChat does not know the page; with its own words.
  case unknownPage(String)
  /// WeChat makes no more of them for now; with its own words.
  case limitReached(String)
}

extension EntryError: ProblemConvertible {
  package var problem: Problem {
    switch self {
    case .notFound(let key):
      Problem(404, "entry-not-found", "No such entry", detail: "There is no entry \"\(key)\".")
    case .unknownPage(let reason):
      Problem(
        422, "page-not-published", "The mini-program has no such page",
        detail: "WeChat says \(reason). Expected `page` to be a published page.")
    case .limitReached(let reason):
      Problem(
        503, "wechat-limit", "WeChat makes no more for now",
        detail: "WeChat says \(reason). Try again later.")
    }
  }

  package var problemHeaders: [Reply.Header] {
    if case .limitReached = self { return [Reply.Header("Retry-After", "60")] }
    return []
  }
}
