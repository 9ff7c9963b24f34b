import Foundation
import MockKit
import Mocks
import Testing

/// A set of mocks on free ports, and people who use it.
struct MockWorld: Sendable {
  let set: MockSet
  let client = WireClient(timeout: .seconds(60))

  static var options: MockOptions {
    get throws {
      let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let seed = try Data(contentsOf: top.appending(path: "mocks/seed.json"))
      var options = MockOptions(seedData: Array(seed))
      options.openAPI = try documents(in: top.appending(path: "mocks/openapi"))
      options.wechatFiles = try documents(in: top.appending(path: "mocks/wechat"))
      for name in MockServerName.allCases { options.ports[name] = 0 }
      // Answers say so when a heartbeat is late, which a busy machine makes it.
      options.patience = .seconds(300)
      return options
    }
  }

  private static func documents(in folder: URL) throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let files = try names.map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) }
    return Dictionary(uniqueKeysWithValues: files)
  }

  /// Runs the body in a world of its own, which ends with it.
  static func run(
    _ changed: MockOptions? = nil, _ body: (MockWorld) async throws -> Void
  ) async throws {
    let world = MockWorld(set: try await MockSet.start(changed ?? options))
    do {
      try await body(world)
    } catch {
      await world.end()
      throw error
    }
    await world.end()
  }

  private func end() async {
    client.close()
    _ = await set.stop(drainFor: .zero)
  }

  func visitor(_ server: MockServerName) -> Visitor {
    Visitor(set.urls[server] ?? "", client: client)
  }

  func visitor(on side: ShopSide) -> Visitor { visitor(side.server) }

  /// The codes that WeChat would give the mini-program on this phone.
  func codes(
    _ phone: String, openid: String? = nil, unionid: String? = nil
  ) async throws -> JSON {
    let other =
      (openid.map { ",\"openid\":\"\($0)\"" } ?? "")
      + (unionid.map { ",\"unionid\":\"\($0)\"" } ?? "")
    return try await visitor(.wechat)
      .call("POST", "/_control/login-codes", "{\"phone\":\"\(phone)\"\(other)}").json
  }

  /// Registers on one side and stays logged in there.
  func register(_ phone: String, on side: ShopSide) async throws -> Visitor {
    let (visitor, answer) = try await tryToRegister(phone, on: side)
    try #require(answer.status == 201, "\(answer.text)")
    return visitor
  }

  func tryToRegister(
    _ phone: String, on side: ShopSide
  ) async throws -> (visitor: Visitor, answer: Answer) {
    let visitor = visitor(on: side)
    let answer: Answer
    switch side {
    case .web:
      answer = try await visitor.call(
        "POST", "/api/register", #"{"phone":"\#(phone)","password":"secret-1"}"#)
    case .mini:
      let codes = try await codes(phone)
      answer = try await visitor.call(
        "POST", "/api/register",
        #"{"code":"\#(codes["code"].text)","phoneCode":"\#(codes["phoneCode"].text)","password":"secret-1"}"#
      )
      visitor.use(token: answer.json["token"].text)
    }
    return (visitor, answer)
  }

  /// Logs in on one side, with a phone code in the mini-program.
  func logIn(_ phone: String, on side: ShopSide) async throws -> (visitor: Visitor, answer: Answer)
  {
    let visitor = visitor(on: side)
    switch side {
    case .web:
      return (
        visitor,
        try await visitor.call(
          "POST", "/api/login", #"{"phone":"\#(phone)","password":"secret-1"}"#)
      )
    case .mini: return try await logIn(with: codes(phone))
    }
  }

  /// Logs in to the mini-program with a login code, and a phone code where it is to be given.
  func logIn(
    with codes: JSON, phoneCode: Bool = true
  ) async throws -> (visitor: Visitor, answer: Answer) {
    let visitor = visitor(.mini)
    let phone = phoneCode ? #","phoneCode":"\#(codes["phoneCode"].text)""# : ""
    let answer = try await visitor.call(
      "POST", "/api/login", #"{"code":"\#(codes["code"].text)"\#(phone)}"#)
    visitor.use(token: answer.json["token"].text)
    return (visitor, answer)
  }

  /// One member, logged in on both sides.
  func both(_ phone: String) async throws -> [ShopSide: Visitor] {
    let web = try await register(phone, on: .web)
    return [.web: web, .mini: try await logInEventually(phone, on: .mini)]
  }

  /// Logs in once the member has arrived there.
  func logInEventually(_ phone: String, on side: ShopSide) async throws -> Visitor {
    try await eventually {
      let (visitor, answer) = try await logIn(phone, on: side)
      return answer.status == 200 ? visitor : nil
    }
  }

  /// Waits until nothing is on its way any more.
  func settle() async throws {
    try await eventually { set.isQuiet ? true : nil }
  }
}
