import Foundation
import MockKit

/// What all pages share.
struct PageSite: Sendable {
  let api: InnerAPI
  let forms = FormGuard()

  static let memberPath = "/api/member"

  func member(of call: Call) async throws -> InnerAPI.Answer {
    try await api.ask(.get, Self.memberPath, as: call)
  }

  /// A page with what every page shows: the words, the member who is logged in, the tokens of forms.
  func page(
    _ template: String, _ more: [String: Any], member: InnerAPI.Answer, status: Int, for call: Call
  ) throws -> Reply {
    let words = PageWords.preferred(by: call)
    let visitor = forms.visitor(of: call)
    var context: [String: Any] = [
      "w": words.texts, "language": words.language, "csrf": forms.token(for: visitor.id),
      "key": Hexadecimal.random(bytes: 16), "path": call.method == "GET" ? call.path : "/",
      "filing": Site.of(.web).filingNumber, "privacyUrl": Site.of(.web).privacyUrl ?? "/",
    ]
    if !member.isRefusal { context["me"] = member.value.context(words) }
    context.merge(more) { $1 }
    return try PageRenderer.page(
      template, context, status: status,
      headers: (visitor.header.map { [$0] } ?? []) + PageWords.choice(in: call))
  }

  /// A page that says what went wrong.
  func failure(
    _ status: Int, title: String, detail: String, for call: Call
  ) async throws -> Reply {
    let problem = ["title": title, "detail": detail]
    return try page(
      "failure", ["problem": problem], member: try await member(of: call), status: status,
      for: call)
  }

  /// To the log-in, and back here afterwards.
  static func logIn(thenTo path: String) -> Reply {
    let next = path.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return redirect(to: "/login?next=\(next)")
  }

  static func redirect(to path: String, headers: [Reply.Header] = []) -> Reply {
    Reply(
      status: 303, contentType: nil, headers: [Reply.Header("Location", path)] + headers,
      body: Data())
  }
}

extension String {
  /// With the values for its braces, such as `/orders/{id}`.
  func filled(with parameters: [String: String]) -> String {
    parameters.reduce(self) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}
