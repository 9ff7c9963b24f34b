import MockKit

/// A page that shows what the API answers.
struct PageView: Handler {
  let site: PageSite
  let template: String
  /// What it reads: the name in the template and the API's path.
  var reads: [String: String] = [:]
  /// What it shows where the API answers it, such as the coupons of someone who is logged in.
  var extras: [String: String] = [:]
  /// Whether someone who is not logged in is sent to the log-in.
  var isPrivate = false

  func answer(_ call: Call) async throws -> Reply { try await show(call) }

  /// - Parameters:
  ///   - status: of the page; that of a read that was refused goes before.
  ///   - more: what the page shows besides.
  func show(_ call: Call, status: Int = 200, _ more: [String: Any] = [:]) async throws -> Reply {
    let words = PageWords.preferred(by: call)
    var context: [String: Any] = more
    context["query"] = call.query
    let member = try await site.member(of: call)
    if isPrivate, member.status == 401 { return PageSite.logIn(thenTo: call.path) }
    let paths = reads.merging(extras) { $1 }
    for (name, path) in paths.sorted(by: { $0.key < $1.key }) {
      let answer =
        path == PageSite.memberPath
        ? member
        : try await site.api.ask(
          .get, path.filled(with: call.parameters), query: paging(call), as: call)
      if answer.isRefusal, extras[name] != nil { continue }
      guard !answer.isRefusal else { return try await refuse(answer, words, call) }
      context[name] = answer.value.context(words)
      if let next = answer.next { context["\(name)Next"] = next }
      if answer.value["syncNotice"].text != nil { context["notice"] = words.texts["notice"] }
    }
    return try site.page(template, context, member: member, status: status, for: call)
  }

  private func paging(_ call: Call) -> [String: String] {
    call.query.filter { ["limit", "cursor", "status", "category"].contains($0.key) }
  }

  private func refuse(
    _ answer: InnerAPI.Answer, _ words: PageWords, _ call: Call
  ) async throws -> Reply {
    try await site.failure(
      answer.status, title: words.problem(answer.value),
      detail: words.detail(of: answer.value), for: call)
  }
}

extension InnerAPI.Answer {
  /// The query that leads to the next page of a list.
  var next: String? {
    guard let link = header("link"), link.contains(#"rel="next""#),
      let query = link.split(separator: ">").first?.split(separator: "?").last
    else { return nil }
    return "?\(query)"
  }
}
