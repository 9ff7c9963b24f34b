import MockKit
import Mocks

extension DefectCase {
  static let campaigns: [DefectCase] = [
    DefectCase("campaign_stale") { world in
      _ = try await world.visitor(.web).call(
        "PATCH", "/api/staff/campaigns/stationery-days",
        #"{"steps":[{"from":"9.00","off":"1.00"}]}"#,
        headers: [MockWorld.clerk, ("if-match", "\"1\"")])
      return {
        let rules = try await world.visitor(.mini).call("GET", "/api/campaigns").json["items"]
        return rules[0]["version"].int == 1
      }
    },
    DefectCase("group_overfull") { world in
      let friends = try await Friends.join(world, 4)
      let group = try await friends.open().json["groupId"].text
      for index in 1..<4 { _ = try await friends.join(group, by: index) }
      return { try await friends.group(group, on: .web)["left"].int == -1 }
    },
    DefectCase("group_unrefunded") { world in
      let friends = try await Friends.join(world, 1)
      let opened = try await friends.open()
      try await world.settle()
      world.set.clock.advance(by: .seconds(86_401))
      try await eventually {
        let group = try await friends.group(opened.json["groupId"].text, on: .web)
        return group["status"].text == "failed" ? true : nil
      }
      return {
        try await friends.order(opened, of: 0, on: .web)["status"].text == "paid"
      }
    },
    DefectCase("draw_twice") { world in
      let customer = try await Customer.join(world)
      let form = try await LotteryTests.handIn(customer.web)
      let first = try await LotteryTests.draw(form, by: customer.web)
      let second = try await LotteryTests.draw(form, by: customer.mini)
      return { first.status == 201 && second.status == 201 }
    },
  ]
}
