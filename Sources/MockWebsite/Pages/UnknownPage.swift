import MockKit

/// The answer where the website has no route: a page for browsers, else what the API says.
struct UnknownPage: Handler {
  let site: PageSite
  let routes: [Route]

  func answer(_ call: Call) async throws -> Reply {
    let reply = try await UnknownRoute(routes: routes).answer(call)
    let isForPeople = call.headers["accept"]?.contains("text/html") ?? false
    guard isForPeople, reply.status == 404 else { return reply }
    let words = PageWords.preferred(by: call)
    return try await site.failure(
      404, title: words.texts["problem_unknown-route"] ?? "", detail: "", for: call)
  }
}
