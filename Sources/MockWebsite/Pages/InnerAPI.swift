import Foundation
import MockKit

/// The website's JSON API, asked by its own pages: what holds there holds for forms, too.
struct InnerAPI: Sendable {
  /// What it said: a value, or the problem it refused with.
  struct Answer: Sendable {
    let status: Int
    let headers: [Reply.Header]
    let value: PageValue

    var isRefusal: Bool { status >= 400 }

    func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  let routes: [Route]

  func ask(
    _ method: Call.Method, _ path: String, query: [String: String] = [:],
    headers: [String: String] = [:], body: Data = Data(), as call: Call
  ) async throws -> Answer {
    guard let (route, parameters) = route(method, path) else {
      let problem = Problem(
        404, "unknown-route", "No such route", detail: "There is no \(method.rawValue) \(path).")
      return try answer(problem.reply())
    }
    let carried = call.headers.filter { ["cookie", "accept-language"].contains($0.key) }
    let inner = Call(
      method: method.rawValue, path: path, query: query,
      headers: carried.merging(headers) { $1 }, parameters: parameters, body: body,
      trace: call.trace)
    return try answer(await route.handler.reply(to: inner))
  }

  private func answer(_ reply: Reply) throws -> Answer {
    let value =
      reply.body.isEmpty ? .null : try JSONDecoder().decode(PageValue.self, from: reply.body)
    return Answer(status: reply.status, headers: reply.headers, value: value)
  }

  /// A path without braces goes before one with them.
  private func route(_ method: Call.Method, _ path: String) -> (Route, [String: String])? {
    let fitting = routes.filter { $0.method == method }
      .compactMap { route in route.parameters(in: path).map { (route, $0) } }
    return fitting.min { $0.1.count < $1.1.count }
  }
}
