import MockKit
import Mocks

extension DefectCase {
  static let losses: [DefectCase] =
    ["ack_then_lose", "commit_without_outbox", "cursor_boundary_skip", "checkpoint_on_failure"]
    .map(lostOrder) + [topicGap, phantomOrder]

  private static func lostOrder(_ kind: String) -> DefectCase {
    DefectCase(kind) { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .web)
      return { try await customer.show(id, on: .mini)["orderId"].text != id }
    }
  }

  private static let topicGap = DefectCase("topic_gap") { world in
    let customer = try await Customer.join(world)
    let id = try await customer.order(on: .web)
    _ = try await customer.act("pay", on: id, at: .web)
    _ = try await customer.ship(id, at: .web)
    return { try await customer.show(id, on: .mini)["status"].text == "paid" }
  }

  private static let phantomOrder = DefectCase("phantom_event_on_rollback") { world in
    let customer = try await Customer.join(world)
    _ = try await customer.web.order("print-limited", 2)
    _ = try await customer.web.call("POST", "/api/points/spend", #"{"amount":9,"reason":"x"}"#)
    return {
      let orders = try await customer.mini.call("GET", "/api/orders").json["items"].list
      let points = try await customer.points(on: .mini)["balance"].int
      return orders.count == 1 && points == -9
    }
  }
}
