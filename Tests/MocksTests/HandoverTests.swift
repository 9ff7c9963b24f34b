import Foundation
import MockKit
import Mocks
import Testing

@Suite struct HandoverTests {
  @Test("a ticket leads to its page and logs the member in, once; both platforms know")
  func once() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let issued = try await customer.mini.handOver(to: "/orders?status=paid")
      #expect(issued.status == 201)
      let id = issued.json["handoverId"].text
      let shown = try await customer.mini.call("GET", "/api/handovers/\(id)").json
      #expect(shown["status"].text == "issued")
      let browser = world.visitor(.web)
      let entered = try await browser.call("GET", issued.json["path"].text)
      #expect(entered.status == 303 && entered.wire.header("location") == "/orders?status=paid")
      #expect(try await browser.member["memberId"] == customer.mini.member["memberId"])
      let thief = world.visitor(.web)
      let again = try await thief.call("GET", issued.json["path"].text)
      #expect(again.outcome == "410 /problems/handover-used" && thief.cookie == nil)
      try await world.settle()
      let views = [
        try await browser.call("GET", "/api/handovers/\(id)").json,
        try await customer.mini.call("GET", "/api/handovers/\(id)").json,
      ]
      #expect(views[0] == views[1] && views[0]["status"].text == "entered")
    }
  }

  @Test("of two who use a ticket at the same instant, one gets in")
  func race() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let path = try await customer.mini.handOver(to: "/orders").json["path"].text
      let statuses = try await withThrowingTaskGroup { group in
        for _ in 1...8 {
          group.addTask { try await world.visitor(.web).call("GET", path).status }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.filter { $0 == 303 }.count == 1 && statuses.filter { $0 == 410 }.count == 7)
    }
  }

  @Test("a ticket ends after two minutes")
  func expiry() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let path = try await customer.mini.handOver(to: "/orders").json["path"].text
      _ = try await world.visitor(.console).call(
        "POST", "/_admin/v1/clock/advance", #"{"ms":121000}"#)
      let answer = try await world.visitor(.web).call("GET", path)
      #expect(answer.outcome == "410 /problems/handover-expired")
    }
  }

  @Test("what the mini-program did not sign opens nothing, and a person reads why")
  func forged() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let ticket = try await customer.mini.handOver(to: "/orders").json["ticket"].text
      let parts = ticket.split(separator: ".").map(String.init)
      let forgeries = [
        "", "x", "x" + ticket, "\(parts[0]).", "\(parts[0])", "\(parts[0])A.\(parts[1])",
        "\(ticket).\(parts[1])",
      ]
      for forgery in forgeries {
        let visitor = world.visitor(.web)
        let answer = try await visitor.call("GET", "/enter?ticket=\(forgery)")
        #expect(answer.outcome == "401 /problems/handover-forged" && visitor.cookie == nil)
      }
      let page = try await Browser(world, languages: "zh-CN").open("/enter?ticket=x")
      #expect(page.status == 401 && page.text.contains("该链接无效"))
    }
  }

  @Test(
    "a ticket leads nowhere but to the website",
    arguments: [
      "//elsewhere.example", "https://elsewhere.example", "orders", "", #"/\\elsewhere.example"#,
      "/orders x", "/订单",
    ])
  func elsewhere(path: String) async throws {
    try await MockWorld.run { world in
      let mini = try await world.register("13912345678", on: .mini)
      let answer = try await mini.handOver(to: path)
      #expect(answer.outcome == "422 /problems/invalid-request")
      #expect(answer.json["detail"].text.contains("`to`"))
    }
  }

  @Test("nobody asks for a ticket without a login, or sees another member's")
  func ownOnly() async throws {
    try await MockWorld.run { world in
      let guest = try await world.visitor(.mini).handOver(to: "/orders")
      #expect(guest.outcome == "401 /problems/not-logged-in")
      let mini = try await world.register("13912345678", on: .mini)
      let id = try await mini.handOver(to: "/orders").json["handoverId"].text
      let other = try await world.register("13912345679", on: .mini)
      let seen = try await other.call("GET", "/api/handovers/\(id)")
      #expect(seen.outcome == "404 /problems/handover-not-found")
    }
  }
}
