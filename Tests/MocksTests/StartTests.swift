import Foundation
import MockKit
import Mocks
import Testing

@Suite struct StartTests {
  @Test("a set runs on free ports of loopback and says which")
  func freePorts() async throws {
    try await MockWorld.run { world in
      #expect(Set(world.set.urls.keys) == Set(MockServerName.allCases))
      #expect(Set(world.set.urls.values).count == MockServerName.allCases.count)
      #expect(world.set.urls.values.allSatisfy { $0.hasPrefix("http://127.0.0.1:") })
    }
  }

  @Test("two sets side by side know nothing of each other")
  func isolated() async throws {
    try await MockWorld.run { one in
      try await MockWorld.run { two in
        _ = try await one.register("13912345678", on: .web)
        try await one.settle()
        #expect(try await two.logIn("13912345678", on: .web).answer.status == 401)
        #expect(two.set.truth.entries.isEmpty)
      }
    }
  }

  @Test("the accounts can log in where they say they can")
  func accounts() async throws {
    try await MockWorld.run { world in
      #expect(
        world.set.accounts.map(\.kind) == [.linked, .websiteOnly, .miniProgramOnly])
      for account in world.set.accounts {
        let login = try await world.visitor(.web).call(
          "POST", "/api/login",
          #"{"phone":"\#(account.phone)","password":"\#(account.password ?? "none")"}"#)
        #expect((login.status == 200) == (account.password != nil))
        let codes = try await world.codes(account.phone)
        let mini = try await world.visitor(.mini).call(
          "POST", "/api/login", #"{"code":"\#(codes["code"].text)"}"#)
        #expect((mini.status == 200) == (account.openid != nil))
        #expect(account.openid.map { $0 == codes["openid"].text } != false)
      }
    }
  }

  @Test("a busy port names its owner, and the other servers are ended")
  func portInUse() async throws {
    try await MockWorld.run { world in
      let url = try #require(world.set.urls[.web])
      let port = try #require(URL(string: url)?.port)
      var options = try MockWorld.options
      options.ports[.mini] = port
      let error = try #require(await refusal(of: options))
      guard case .portInUse(let server, let busy, let owner) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(server == .mini && busy == port)
      let pid = ProcessInfo.processInfo.processIdentifier
      #expect(owner?.hasSuffix("(pid \(pid))") == true)
      #expect("\(error)".hasPrefix("Port \(port), for the mini server, is in use by "))
    }
  }

  /// Why the set did not start; nothing where it did.
  private func refusal(of options: MockOptions) async -> MockStartError? {
    do {
      _ = await (try MockSet.start(options)).stop(drainFor: .zero)
      return nil
    } catch {
      return error
    }
  }

  @Test("what cannot be started says why")
  func refuses() async throws {
    var secret = try MockWorld.options
    secret.linkSecret = "secret"
    await #expect(throws: MockStartError.invalidLinkSecret) { _ = try await MockSet.start(secret) }
    var seed = try MockWorld.options
    seed.seedData = Array(#"{"apps":[{"appid":"x"}]}"#.utf8)
    await #expect(
      throws: MockStartError.invalidSeed(SeedError(field: "apps[0].secret", reason: .missing))
    ) { _ = try await MockSet.start(seed) }
    var folder = try MockWorld.options
    folder.dataDirectory = "/dev/null/folder"
    await #expect(throws: MockStartError.self) { _ = try await MockSet.start(folder) }
  }

  @Test("servers that run alone find each other by their URLs")
  func alone() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var platform = try MockWorld.options
    platform.only = .wechat
    try await MockWorld.run(platform) { wechat in
      var backend = try MockWorld.options
      backend.only = .mini
      backend.peers = [.wechat: wechat.set.urls[.wechat] ?? ""]
      backend.dataDirectory = folder
      try await MockWorld.run(backend) { mini in
        #expect(mini.set.urls.count == 1)
        let codes = try await wechat.codes("13800000003")
        let login = try await mini.visitor(.mini).call(
          "POST", "/api/login", #"{"code":"\#(codes["code"].text)"}"#)
        #expect(login.status == 200)
      }
    }
  }

  @Test("with a data directory a restart keeps members, sessions, ledgers and the outbox")
  func restart() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var cookie = ""
    var member = JSON.null
    var options = try MockWorld.options
    options.dataDirectory = folder
    options.linkDown = true
    try await MockWorld.run(options) { world in
      let web = try await world.register("13912345678", on: .web)
      try await web.call("POST", "/api/points/earn", #"{"amount":5,"reason":"x"}"#)
      member = try await web.member
      cookie = try #require(web.cookie)
      let report = await world.set.stop(drainFor: .zero)
      #expect(report.undelivered == [.webToMini: 2, .miniToWeb: 0])
    }
    options.linkDown = false
    try await MockWorld.run(options) { world in
      try await world.settle()
      let kept = try await world.visitor(.web).call(
        "GET", "/api/member", headers: [("cookie", cookie)])
      #expect(kept.json == member && member["points"].int == 5)
      let mini = try await world.logIn("13912345678", on: .mini).answer
      #expect(mini.json["member"] == member)
      let next = try await world.register("13912345679", on: .web)
      #expect(try await next.call("GET", "/api/member").json["memberId"] != member["memberId"])
      let products = try await next.call("GET", "/api/products").json["items"].list
      #expect(products.count == 9)
    }
  }
}

@Suite struct DataFolderTests {
  @Test("one folder of data serves one set at a time, and the next one once that has ended")
  func isLocked() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try MockWorld.options
    options.dataDirectory = folder
    let set = try await MockSet.start(options)
    let error = await #expect(throws: MockStartError.self) { try await MockSet.start(options) }
    #expect(
      "\(try #require(error))".contains("another process (pid \(getpid())) works with this data"))
    _ = await set.stop(drainFor: .zero)
    let next = try await MockSet.start(options)
    _ = await next.stop(drainFor: .zero)
  }
}
