import MockKit

/// A back end that asks WeChat for links and codes.
struct LinkMaker: Sendable {
  let wechat: Visitor
  private let token: String

  init(_ world: MockWorld, app: String = WeChatTests.app) async throws {
    wechat = world.visitor(.wechat)
    let path = "/cgi-bin/token?grant_type=client_credential&\(app)"
    token = try await wechat.call("GET", path).json["access_token"].text
  }

  func ask(_ path: String, _ body: String) async throws -> Answer {
    try await wechat.call("POST", "\(path)?access_token=\(token)", body)
  }

  func scheme(_ page: String, query: String, more: String = "") async throws -> String {
    try await ask(
      "/wxa/generatescheme", #"{"jump_wxa":{"path":"\#(page)","query":"\#(query)"}\#(more)}"#
    ).json["openlink"].text
  }

  func link(_ page: String, query: String, more: String = "") async throws -> String {
    try await ask(
      "/wxa/generate_urllink", #"{"path":"\#(page)","query":"\#(query)"\#(more)}"#
    ).json["url_link"].text
  }

  /// Somebody opens what a field says.
  func open(
    _ field: String, _ text: String, by person: String = #""phone":"13912345678""#,
    more: String = ""
  ) async throws -> Answer {
    try await wechat.call(
      "POST", "/_control/open", #"{"\#(field)":"\#(text)",\#(person)\#(more)}"#)
  }

  func set(_ control: String, _ body: String) async throws {
    try await wechat.call("POST", "/_control/\(control)", body)
  }

  /// What is answered where `pages/a` is the one page there is.
  func askWithOnePage(_ path: String, _ body: String) async throws -> Answer {
    try await set("pages", #"{"pages":["pages/a"]}"#)
    return try await ask(path, body)
  }
}
