import MockKit

/// `GET /enter?ticket=`: logs in whoever comes from the mini-program and leads on to the page.
struct EnterHandler: Handler {
  let site: PageSite
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    do {
      let ticket = call.query["ticket"] ?? ""
      let entered = try await shop.change(for: call) { try $0.enter(ticket) }
      return PageSite.redirect(
        to: entered.to,
        headers: [
          CookieCarrier.set(entered.token), Reply.Header("Cache-Control", "no-store"),
          Reply.Header("Referrer-Policy", "no-referrer"),
        ])
    } catch let error as any ProblemConvertible where call.isBrowser {
      return try await site.failure(error.problem, for: call)
    }
  }
}

extension Call {
  /// Whether the answer is for a person.
  var isBrowser: Bool { headers["accept"]?.contains("text/html") == true }

  /// Whether the browser is on a phone, which can jump into an app.
  var isPhone: Bool {
    let agent = headers["user-agent"] ?? ""
    return ["Mobile", "Android", "iPhone", "MicroMessenger"].contains { agent.contains($0) }
      && !agent.contains("WindowsWechat") && !agent.contains("MacWechat")
  }
}

extension PageSite {
  /// A page that tells a problem in the reader's language.
  func failure(_ problem: Problem, for call: Call) async throws -> Reply {
    let name = problem.type.split(separator: "/").last.map(String.init) ?? ""
    let words = PageWords.preferred(by: call)
    return try await failure(
      problem.status, title: words.texts["problem_\(name)"] ?? problem.title, detail: "",
      for: call)
  }
}
