import Foundation
import Synchronization
import Testing

/// A website whose forms carry a fresh token each and are refused without it, as frameworks do.
final class FormShop: Sendable {
  let server: SmallServer

  init() throws {
    let state = Mutex((tokens: [String: String](), phones: Set<String>(), count: 0))
    server = try SmallServer { request in
      let path = "/accounts/register/"
      guard request.path == path else { return .notFound }
      if request.method == "GET" {
        let (session, token) = state.withLock { state in
          state.count += 1
          let pair = ("s\(state.count)", "t\(state.count)&'<")
          state.tokens[pair.0] = pair.1
          return pair
        }
        return .page(Self.page(token: token), "Set-Cookie: csrf=\(session); Path=/")
      }
      let form = request.form
      let isGenuine = state.withLock { state in
        request.cookies("csrf").first.flatMap { state.tokens.removeValue(forKey: $0) }
          == form["csrftoken"]
      }
      guard isGenuine, form["csrftoken"] != nil, form["agree"] == "yes", form["step"] == "1",
        request.headers["origin"]?.hasPrefix("http://127.0.0.1:") == true,
        request.headers["referer"]?.hasSuffix(path) == true
      else { return SmallAnswer(status: 403, body: "\(form)") }
      let isNew = state.withLock { $0.phones.insert(form["phone"] ?? "").inserted }
      return isNew && form["password1"] == form["password2"]
        ? .redirect("/profile/") : .page("The phone is already registered")
    }
  }

  private static func page(token: String) -> String {
    let escaped = token.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return """
      <form action=/search><input name=q></form>
      <form id=register method=post>
        <input type=hidden name=csrftoken value="\(escaped)"><input type=hidden name=step value=1>
        <input name=phone><input type=password name=password1><input type=password name=password2>
        <input type=checkbox name=agree value=yes><button>Register</button>
      </form>
      """
  }
}

@Suite("A website of forms")
struct FormShopTests {
  @Test("takes its forms back with their tokens, and refuses what a person would be refused")
  func submit() async throws {
    let shop = try FormShop()
    let recipe = try Recipe("forms", ["https://shop.example.com": shop.server.url])
    try await recipe.passes(
      """
        - { do: web.register, as: alice }
        - { do: web.register, as: alice, fails: phone_taken }
        - { do: web.register, as: alice, with: { phone: "13912345679" } }
      """)
  }

  @Test("gets uploads as a browser sends them")
  func uploads() async throws {
    let shop = try SmallServer { request in
      let type = request.headers["content-type"] ?? ""
      guard request.path == "/api/returns", type.hasPrefix("multipart/form-data; boundary=") else {
        return .notFound
      }
      let wanted = [
        "name=\"orderId\"\r\n\r\n77\r\n",
        "name=\"photo\"; filename=\"photo.png\"\r\nContent-Type: image/png\r\n\r\nPNG bytes\r\n",
        "name=\"note\"; filename=\"note.txt\"\r\nContent-Type: text/plain\r\n\r\nOrder 77\r\n",
      ]
      let isWhole = wanted.allSatisfy(request.text.contains)
      return isWhole ? .json(#"{"id":5}"#) : .json(#"{"got":"other"}"#, status: 422)
    }
    let recipe = try Recipe("uploads", ["https://shop.example.com": shop.url])
    try recipe.add("PNG bytes", as: "photo.png")
    try await recipe.passes(
      "  - { do: web.returnGoods, as: alice, with: { orderId: 77 }, expect: [ out.returnId == 5 ] }\n"
    )
  }
}
