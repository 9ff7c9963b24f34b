import Foundation
import MockKit
import Mocks
import Testing

@Suite struct NewsTests {
  private func messages(_ world: MockWorld, _ phone: String = "13912345678") async throws -> [JSON]
  {
    let openid = try await world.codes(phone)["openid"].text
    return try await world.visitor(.wechat)
      .call("GET", "/_control/messages?openid=\(openid)").json["items"].list
  }

  @Test(
    "each change is told once: on the website, and through WeChat to the member's user",
    arguments: ShopSide.allCases, ShopSide.allCases)
  func once(origin: ShopSide, actor: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: origin)
      _ = try await customer.act("pay", on: id, at: actor)
      _ = try await customer.ship(id, at: actor)
      let asked = try await customer.visitor(actor).call(
        "POST", "/api/orders/\(id)/after-sales", #"{"kind":"return","reason":"x"}"#)
      try await world.settle()
      _ = try await world.staff(
        on: actor.other,
        "/api/staff/after-sales/\(asked.json["afterSalesId"].text)/decision", #"{"approve":true}"#)
      try await world.settle()
      let told = try await customer.web.call("GET", "/api/notifications").json["items"].list
      #expect(
        told.map { "\($0["topic"].text) \($0["status"].text)" }.sorted()
          == ["after-sales approved", "order paid", "order refunded", "order shipped"])
      #expect(told.map { $0["at"].text } == told.map { $0["at"].text }.sorted(by: >))
      let messages = try await messages(world)
      #expect(
        messages.map { $0["data"]["phrase2"].text }.sorted() == ["已发货", "已支付", "已退款", "已通过"])
      let first = try #require(messages.first)
      #expect(first["data"]["character_string1"].text == id)
      #expect(first["data"]["amount3"].text == "¥31.96")
      #expect(
        first["data"]["time4"].text.wholeMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d/) != nil)
      #expect((first["msgid"].int ?? 0) > 1 << 53)
    }
  }

  @Test("a notification is marked as read once, and only by its member")
  func reads() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .web)
      _ = try await customer.act("cancel", on: id, at: .web)
      let told = try await customer.web.call("GET", "/api/notifications").json["items"][0]
      #expect(told["status"].text == "cancelled" && told["readAt"] == .null)
      let path = "/api/notifications/\(told["notificationId"].text)/read"
      let read = try await customer.web.call("POST", path).json["readAt"]
      world.set.clock.advance(by: .seconds(60))
      #expect(try await customer.web.call("POST", path).json["readAt"] == read)
      let other = try await world.register("13912345679", on: .web)
      #expect(
        try await other.call("POST", path).outcome == "404 /problems/notification-not-found")
      #expect(
        try await customer.mini.call("GET", "/api/notifications").outcome
          == "404 /problems/unknown-route")
    }
  }

  @Test("who wants no messages gets none, and a member without WeChat is told on the website alone")
  func refuses() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let openid = try await world.codes("13912345678")["openid"].text
      _ = try await world.visitor(.wechat).call(
        "POST", "/_control/subscriptions", #"{"openid":"\#(openid)","accept":false}"#)
      let id = try await customer.order(on: .web)
      _ = try await customer.act("pay", on: id, at: .web)
      let alone = try await world.register("13912345679", on: .web)
      let order = try await alone.order("cup-celadon", 1).json["orderId"].text
      _ = try await alone.call("POST", "/api/orders/\(order)/pay")
      try await world.settle()
      #expect(
        try await world.visitor(.wechat).call("GET", "/_control/messages").json["items"]
          == .list([]))
      for visitor in [customer.web, alone] {
        #expect(try await visitor.call("GET", "/api/notifications").json["items"].list.count == 1)
      }
      _ = try await world.visitor(.wechat).call(
        "POST", "/_control/subscriptions", #"{"openid":"\#(openid)","accept":true}"#)
      _ = try await customer.ship(id, at: .web)
      try await world.settle()
      #expect(try await messages(world).map { $0["data"]["phrase2"].text } == ["已发货"])
    }
  }

  @Test("what WeChat could not take waits for it, also over a restart")
  func waits() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await MockWorld.run { world in
      var options = try MockWorld.options
      options.only = .mini
      options.dataDirectory = folder
      options.peers = [.web: "http://127.0.0.1:1", .counter: world.set.urls[.counter] ?? ""]
      options.peers[.wechat] = world.set.urls[.wechat]
      var token = ""
      try await MockWorld.run(options) { mini in
        let codes = try await world.codes("13800000003")
        token = try await mini.visitor(.mini).call(
          "POST", "/api/login", #"{"code":"\#(codes["code"].text)"}"#
        ).json["token"].text
      }
      options.peers[.wechat] = "http://127.0.0.1:1"
      try await MockWorld.run(options) { mini in
        let visitor = mini.visitor(.mini)
        visitor.use(token: token)
        let id = try await visitor.order("cup-celadon", 1).json["orderId"].text
        #expect(try await visitor.call("POST", "/api/orders/\(id)/pay").status == 200)
      }
      #expect(try await messages(world, "13800000003").isEmpty)
      options.peers[.wechat] = world.set.urls[.wechat]
      try await MockWorld.run(options) { _ in
        let sent = try await eventually {
          let messages = try await messages(world, "13800000003")
          return messages.isEmpty ? nil : messages
        }
        #expect(sent.map { $0["data"]["phrase2"].text } == ["已支付"])
      }
    }
  }
}
