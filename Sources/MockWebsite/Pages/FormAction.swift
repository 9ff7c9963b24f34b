import Foundation
import MockKit

/// A form that was sent: asks the API, then sends the browser on, or shows the form again with what
/// was wrong.
struct FormAction: Handler {
  typealias Body = @Sendable (FormFields) -> [String: Any]

  let site: PageSite
  var method = Call.Method.post
  /// Its braces stand for the route's parameters.
  let path: String
  var body: Body = { _ in [:] }
  /// Where the browser goes afterwards; its braces stand for the route's parameters and for texts of
  /// the API's answer.
  let then: String
  /// The page with the form.
  let page: PageView

  func answer(_ call: Call) async throws -> Reply {
    let fields = FormFields(call)
    let words = PageWords.preferred(by: call)
    guard site.forms.accepts(fields, call) else {
      return try await page.show(
        call, status: 403, ["problem": words.expired, "values": fields.shownAgain])
    }
    let answer = try await ask(fields, call)
    switch answer.status {
    case ..<400: return go(answer, fields, call)
    case 401 where answer.value["type"].text == "/problems/not-logged-in":
      return PageSite.logIn(thenTo: call.path)
    default:
      let problem = [
        "title": words.problem(answer.value), "detail": words.detail(of: answer.value),
        "type": answer.value["type"].text ?? "",
      ]
      return try await page.show(
        call, status: answer.status, ["problem": problem, "values": fields.shownAgain])
    }
  }

  private func ask(_ fields: FormFields, _ call: Call) async throws -> InnerAPI.Answer {
    var headers: [String: String] = [:]
    if !fields["key"].isEmpty { headers["idempotency-key"] = fields["key"] }
    if !fields["version"].isEmpty { headers["if-match"] = "\"\(fields["version"])\"" }
    return try await site.api.ask(
      method, path.filled(with: call.parameters), headers: headers,
      body: try JSONSerialization.data(withJSONObject: body(fields), options: .sortedKeys),
      as: call)
  }

  private func go(_ answer: InnerAPI.Answer, _ fields: FormFields, _ call: Call) -> Reply {
    var target = then.filled(with: call.parameters)
    if case .object(let values) = answer.value {
      target = target.filled(with: values.compactMapValues(\.segment))
    }
    if fields["next"].isPathOfThisSite { target = fields["next"] }
    let cookies = answer.headers.filter { $0.name.lowercased() == "set-cookie" }
    return PageSite.redirect(to: target, headers: cookies)
  }
}

extension PageValue {
  /// As a piece of an address.
  fileprivate var segment: String? {
    switch self {
    case .text(let text):
      text.addingPercentEncoding(
        withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~")))
    case .number(let number): String(number)
    default: nil
    }
  }
}

extension String {
  /// `//host` and `/\host` would lead to another one.
  fileprivate var isPathOfThisSite: Bool {
    hasPrefix("/") && !hasPrefix("//") && !hasPrefix("/\\")
      && utf8.allSatisfy { (0x21...0x7e).contains($0) }
  }
}
