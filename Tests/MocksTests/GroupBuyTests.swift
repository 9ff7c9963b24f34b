import MockKit
import Mocks
import Testing

@Suite struct GroupBuyTests {
  @Test("three who join pay a fifth less, to the fen, and both sides show it")
  func fills() async throws {
    try await MockWorld.run { world in
      let friends = try await Friends.join(world, 3)
      let opened = try await friends.open("cup-celadon")
      #expect(opened.status == 201 && opened.json["status"].text == "open")
      #expect(opened.json["price"].text == "15.98" && opened.json["groupPrice"].text == "12.79")
      #expect(opened.json["left"].int == 2 && opened.json["people"].int == 3)
      let group = opened.json["groupId"].text
      #expect(opened.json["query"].text == "group=\(group)")
      let joined = [
        opened, try await friends.join(group, by: 1), try await friends.join(group, by: 2),
      ]
      #expect(joined.map(\.status) == [201, 201, 201])
      #expect(joined[2].json["status"].text == "full" && joined[2].json["left"].int == 0)
      try await world.settle()
      for side in ShopSide.allCases {
        for index in 0..<3 {
          let seen = try await friends.group(group, as: index, on: side)
          #expect(seen["status"].text == "full" && seen["joined"].int == 3)
          #expect(seen["orderId"] == joined[index].json["orderId"])
          let order = try await friends.order(joined[index], of: index, on: side)
          #expect(order["status"].text == "paid" && order["groupId"].text == group)
          #expect(order["itemsAmount"].text == "15.98" && order["groupDiscount"].text == "3.19")
          #expect(order["amount"].text == "12.79" && order["memberDiscount"].text == "0.00")
          #expect(try await friends[index].points(on: side)["balance"].int == 12)
        }
      }
      #expect(try await world.counter("cup-celadon") == (497, 0))
    }
  }

  @Test("who is in it already, and a fourth, are refused, and pay nothing")
  func refuses() async throws {
    try await MockWorld.run { world in
      let friends = try await Friends.join(world, 4)
      let group = try await friends.open().json["groupId"].text
      let again = try await friends.join(group, by: 0)
      #expect(again.outcome == "409 /problems/already-in-group")
      for index in [1, 2] { #expect(try await friends.join(group, by: index).status == 201) }
      #expect(try await friends.join(group, by: 3).outcome == "409 /problems/group-full")
      #expect(try await friends.join(group, by: 1).outcome == "409 /problems/already-in-group")
      #expect(try await friends.join("gb_none", by: 3).outcome == "404 /problems/group-not-found")
      try await world.settle()
      for side in ShopSide.allCases {
        let fourth = friends[3].visitor(side)
        #expect(try await fourth.call("GET", "/api/orders").json["items"].list.isEmpty)
        let seen = try await friends.group(group, as: 3, on: side)
        #expect(seen["left"].int == 0 && seen["orderId"] == .null)
      }
      #expect(try await world.counter("tea-puer") == (19_997, 0))
    }
  }

  @Test("of many who want the last places at the same instant, as many get one as there are")
  func lastPlaces() async throws {
    try await MockWorld.run { world in
      let friends = try await Friends.join(world, 8)
      let group = try await friends.open().json["groupId"].text
      let outcomes = try await withThrowingTaskGroup { tasks in
        for index in 1..<8 {
          tasks.addTask { try await friends.join(group, by: index).outcome }
        }
        return try await tasks.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == "201" } == 2)
      #expect(outcomes.count { $0 == "409 /problems/group-full" } == 5)
      try await world.settle()
      for side in ShopSide.allCases {
        var orders = 0
        for index in 0..<8 {
          orders += try await friends[index].visitor(side).call("GET", "/api/orders")
            .json["items"].list.count
        }
        #expect(orders == 3)
        #expect(try await friends.group(group, on: side)["joined"].int == 3)
      }
      #expect(try await world.counter("tea-puer") == (19_997, 0))
    }
  }

  @Test("a group that does not fill in a day fails, and its orders are refunded, on both sides")
  func fails() async throws {
    try await MockWorld.run { world in
      let friends = try await Friends.join(world, 3)
      let opened = try await friends.open()
      let group = opened.json["groupId"].text
      let joined = [opened, try await friends.join(group, by: 1)]
      world.set.clock.advance(by: .seconds(86_390))
      try await world.settle()
      #expect(try await friends.group(group, on: .mini)["status"].text == "open")
      world.set.clock.advance(by: .seconds(11))
      try await eventually {
        try await friends.group(group, on: .web)["status"].text == "failed" ? true : nil
      }
      try await world.settle()
      #expect(try await friends.join(group, by: 2).outcome == "409 /problems/group-over")
      for side in ShopSide.allCases {
        for index in 0..<2 {
          let order = try await friends.order(joined[index], of: index, on: side)
          #expect(order["status"].text == "refunded")
          #expect(order["refundedAmount"].text == "159.60" && order["amount"].text == "159.60")
          let ledger = try await friends[index].points(on: side)
          #expect(ledger["balance"].int == 0 && ledger["entries"].list.count == 2)
        }
      }
      #expect(try await world.counter("tea-puer") == (20_000, 0))
    }
  }

  @Test("whoever is refunded before it is full makes room for another")
  func leaves() async throws {
    try await MockWorld.run { world in
      let friends = try await Friends.join(world, 4)
      let group = try await friends.open().json["groupId"].text
      let second = try await friends.join(group, by: 1)
      try await world.settle()
      let id = second.json["orderId"].text
      #expect(try await friends[1].act("refund", on: id, at: .web).status == 200)
      try await world.settle()
      for side in ShopSide.allCases {
        let seen = try await friends.group(group, as: 1, on: side)
        #expect(seen["left"].int == 2 && seen["orderId"] == .null)
      }
      for index in [1, 2] { #expect(try await friends.join(group, by: index).status == 201) }
      #expect(try await friends.group(group, on: .mini)["status"].text == "full")
      #expect(try await friends.join(group, by: 3).outcome == "409 /problems/group-full")
    }
  }

  @Test("while a group is open its orders are neither shipped nor complained of")
  func waits() async throws {
    try await MockWorld.run { world in
      let friends = try await Friends.join(world, 3)
      let opened = try await friends.open()
      let (group, id) = (opened.json["groupId"].text, opened.json["orderId"].text)
      try await world.settle()
      for side in ShopSide.allCases {
        let shipped = try await friends[0].ship(id, at: side)
        #expect(shipped.outcome == "409 /problems/group-open")
        let asked = try await friends[0].visitor(side).call(
          "POST", "/api/orders/\(id)/after-sales", #"{"kind":"refund","reason":"x"}"#)
        #expect(asked.outcome == "409 /problems/group-open")
      }
      for index in [1, 2] { _ = try await friends.join(group, by: index) }
      #expect(try await friends[0].ship(id, at: .web).status == 200)
    }
  }

  @Test("an opening that comes twice under its key opens one group; without key or rule, none")
  func opensOnce() async throws {
    try await MockWorld.run { world in
      let friends = try await Friends.join(world, 1)
      let first = try await friends.open()
      let second = try await friends.open()
      #expect(second.json == first.json)
      #expect(second.wire.header("idempotent-replayed") == "true")
      let keyless = try await friends[0].mini.call("POST", "/api/groups", "{}")
      #expect(keyless.outcome == "400 /problems/idempotency-key-missing")
      let stranger = try await friends.open("none", key: "open-2")
      #expect(stranger.outcome == "422 /problems/invalid-request")
      let sold = try await world.visitor(.counter).call(
        "POST", "/api/stock/print-limited/adjustments", #"{"change":-1}"#,
        headers: [MockWorld.clerk])
      #expect(sold.status == 200)
      let late = try await friends.open("print-limited", key: "open-3")
      #expect(late.outcome == "409 /problems/out-of-stock")
      _ = try await world.visitor(.web).call(
        "PATCH", "/api/staff/campaigns/three-together", #"{"active":false}"#,
        headers: [MockWorld.clerk, ("if-match", "\"1\"")])
      try await world.settle()
      let none = try await friends.open(key: "open-4")
      #expect(none.outcome == "409 /problems/no-group-buy")
      #expect(try await friends[0].mini.call("GET", "/api/orders").json["items"].list.count == 1)
    }
  }

  @Test("a place that was given up does not come back with a late event")
  func lateSeat() async throws {
    try await MockWorld.run { world in
      let friends = try await Friends.join(world, 1)
      let member = try await friends[0].web.member["memberId"].text
      let event = { (id: String, version: Int, isGone: Bool) in
        LinkSender.event(
          id, "group.changed",
          #"{"group":{"groupId":"gb_1","sku":"x","name":"x","price":"2.00","groupPrice":"1.00","#
            + #""discountPercent":50,"people":2,"hours":1,"joined":\#(isGone ? 0 : 1),"#
            + #""status":"open","version":\#(version),"openedAt":"2026-01-01T00:00:00.000Z","#
            + #""endsAt":"2099-01-01T00:00:00.000Z"},"seat":{"groupId":"gb_1","orderId":"M1","#
            + #""memberId":"\#(member)","joinedAt":"2026-01-01T00:00:00.000Z","#
            + #""isGone":\#(isGone),"version":\#(version)}}"#)
      }
      let sender = LinkSender(world: world, server: .web)
      #expect(try await sender.send("evt_2", event("evt_2", 2, true)).status == 204)
      #expect(try await sender.send("evt_1", event("evt_1", 1, false)).status == 204)
      let seen = try await friends.group("gb_1", on: .web)
      #expect(seen["joined"].int == 0 && seen["orderId"] == .null && seen["version"].int == 2)
    }
  }

  @Test("two members who become one see both their places; the website opens no groups")
  func merges() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345670", on: .web)
      let mini = try await world.register("13912345679", on: .mini)
      let opened = try await mini.call(
        "POST", "/api/groups", #"{"sku":"tea-puer",\#(OrderTests.address)}"#,
        headers: [("idempotency-key", "k")])
      #expect(opened.status == 201)
      try await world.settle()
      let openid = try await world.codes("13912345679")["openid"].text
      _ = try await world.logIn(with: world.codes("13912345670", openid: openid))
      try await world.settle()
      let group = opened.json["groupId"].text
      for visitor in [web, mini] {
        let seen = try await visitor.call("GET", "/api/groups/\(group)").json
        #expect(seen["orderId"] == opened.json["orderId"])
      }
      let again = try await mini.call("POST", "/api/groups/\(group)/join", Friends.address)
      #expect(again.outcome == "409 /problems/already-in-group")
      #expect(try await web.call("POST", "/api/groups").status == 404)
    }
  }
}
