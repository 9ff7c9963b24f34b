import MockKit
import Mocks

extension DefectCase {
  static let reads: [DefectCase] =
    ["always_one_behind", "stale_cache", "flicker"].map { kind in
      DefectCase(kind) { world in
        let customer = try await Customer.join(world)
        let order = try await customer.order(on: .web)
        _ = try await customer.show(order, on: .mini)
        _ = try await customer.act("pay", on: order, at: .web)
        return { try await customer.show(order, on: .mini)["status"].text == "created" }
      }
    } + [
      DefectCase("wrong_user_leak") { world in
        let one = try await world.register("13912345678", on: .web)
        let other = try await world.register("13912345679", on: .web)
        return {
          _ = try await one.member
          return try await other.member["phone"].text == "13912345678"
        }
      },
      DefectCase("notice_missing", settles: false) { world in
        let customer = try await Customer.join(world)
        try await world.settle()
        world.set.setLink(LinkFaults(down: true))
        try await earn(1, customer.web)
        return {
          let answer = try await customer.web.call("GET", "/api/points")
          return answer.json["balance"].int == 1 && answer.wire.header("x-sync-notice") == nil
        }
      },
    ]
}
