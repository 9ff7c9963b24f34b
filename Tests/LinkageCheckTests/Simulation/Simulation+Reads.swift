import LinkageCore
import Values

extension Simulation {
  func readMember(_ number: Int, _ platform: String, _ then: @escaping () -> Void) {
    send(number, platform, Request(verb: "member", reads: ["member"])) { [self] in
      (.ok, member(number, on: platform))
    } then: { _ in
      then()
    }
  }

  func member(_ number: Int, on platform: String) -> Value {
    let member = state(platform).members[number]
    return .map([
      "memberId": .string(people[number].member), "phone": .string(people[number].phone),
      "name": .string(member?.name ?? ""), "version": .int(member?.version ?? 0),
    ])
  }

  func readPoints(_ number: Int, _ platform: String, _ then: @escaping () -> Void) {
    send(number, platform, Request(verb: "points", reads: ["points"])) { [self] in
      let entries = state(platform).entries[number] ?? []
      return (
        .ok,
        .map([
          "points": .int(state(platform).balance(of: number)),
          "entries": TinyShop.ledger(of: entries.map { ($0.id, $0.amount) }),
        ])
      )
    } then: { _ in
      then()
    }
  }

  func readOrders(_ number: Int, _ platform: String, _ then: @escaping () -> Void) {
    let request = Request(verb: "orders", reads: ["order"], lists: ["orders": "order"])
    send(number, platform, request) { [self] in
      let orders = state(platform).orders.values.filter { $0.member == number }
        .sorted { $0.id < $1.id }
      return (.ok, .map(["orders": .list(orders.map { shown($0) })]))
    } then: { _ in
      then()
    }
  }

  func readOrder(
    _ number: Int, _ platform: String, _ id: String, _ then: @escaping () -> Void
  ) {
    let request = Request(
      verb: "findOrder", reads: ["order"], inputs: ["orderId": .string(id)])
    send(number, platform, request) { [self] in
      guard let order = state(platform).orders[id] else {
        return (.refused(error: "order_not_found"), .null)
      }
      return (.ok, shown(order))
    } then: { _ in
      then()
    }
  }

  func readCoupon(
    _ number: Int, _ platform: String, _ id: String, _ then: @escaping () -> Void
  ) {
    let request = Request(
      verb: "coupon", reads: ["coupon"], inputs: ["couponId": .string(id)])
    send(number, platform, request) { [self] in
      guard let coupon = state(platform).coupons[id], !coupon.isGone else {
        return (.refused(error: "coupon_not_found"), .null)
      }
      return (.ok, shown(coupon))
    } then: { _ in
      then()
    }
  }

  func shown(_ order: SimulatedPlatform.Order) -> Value {
    .map([
      "orderId": .string(order.id), "status": .string(order.status),
      "version": .int(order.version), "amount": 100,
      "couponId": order.coupon.map { .string($0) } ?? .null,
    ])
  }

  func shown(_ coupon: SimulatedPlatform.Coupon) -> Value {
    .map([
      "couponId": .string(coupon.id), "status": .string(coupon.status),
      "version": .int(coupon.version),
    ])
  }
}
