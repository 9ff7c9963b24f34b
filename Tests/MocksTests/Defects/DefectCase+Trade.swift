import MockKit
import Mocks

extension DefectCase {
  static let trade: [DefectCase] = [
    DefectCase("oversell") { world in
      let customer = try await Customer.join(world)
      for side in ShopSide.allCases {
        _ = try await customer.visitor(side).order("print-limited", 1)
      }
      return { try await world.stock(of: "print-limited", on: .web) == -1 }
    },
    DefectCase("coupon_double_redeem") { world in
      let customer = try await Customer.join(world)
      let coupon = try await takeCoupon(customer)
      _ = try await order(with: coupon, customer.web)
      let second = try await order(with: coupon, customer.mini)
      return { second.status == 201 && second.json["couponDiscount"].text == "10.00" }
    },
    DefectCase("coupon_burnt_unpaid") { world in
      let customer = try await Customer.join(world)
      let coupon = try await takeCoupon(customer)
      let order = try await order(with: coupon, customer.mini).json["orderId"].text
      _ = try await customer.act("cancel", on: order, at: .mini)
      return {
        let shown = try await customer.web.call("GET", "/api/coupons/\(coupon)").json
        return shown["status"].text == "redeemed"
      }
    },
    DefectCase("refund_keeps_points") { world in
      let customer = try await Customer.join(world)
      let order = try await customer.order(on: .web)
      for action in ["pay", "refund"] {
        _ = try await customer.act(action, on: order, at: .web)
      }
      return { try await customer.points(on: .mini)["balance"].int == 31 }
    },
    DefectCase("money_truncation") { world in
      let customer = try await Customer.join(world)
      let order = try await customer.order("notebook-xuan", 3, on: .web)
      return { try await customer.show(order, on: .mini)["amount"].text == "29.00" }
    },
    DefectCase("price_stale") { world in
      _ = try await world.visitor(.web).call(
        "PATCH", "/api/staff/products/cup-celadon", #"{"price":"16.98","category":"gifts"}"#,
        headers: [MockWorld.clerk, ("if-match", "\"1\"")])
      return {
        let cup = try await world.visitor(.mini).call("GET", "/api/products/cup-celadon").json
        return cup["price"].text == "15.98" && cup["category"].text == "gifts"
      }
    },
    DefectCase("status_regression") { world in
      let customer = try await Customer.join(world)
      let order = try await customer.order(on: .web)
      _ = try await customer.act("pay", on: order, at: .web)
      try await eventually {
        try await customer.show(order, on: .mini)["status"].text == "paid" ? true : nil
      }
      return { try await customer.show(order, on: .mini)["status"].text == "created" }
    },
  ]

  private static func takeCoupon(_ customer: Customer) async throws -> String {
    let taken = try await customer.web.call("POST", "/api/coupons", #"{"offer":"welcome-10"}"#)
    try await customer.world.settle()
    return taken.json["couponId"].text
  }

  private static func order(with coupon: String, _ visitor: Visitor) async throws -> Answer {
    try await visitor.order(
      OrderTests.body("cup-celadon", 4).dropLast() + #","couponId":"\#(coupon)"}"#)
  }
}
