import LinkageCore
import Values

extension Simulation {
  private typealias Part = Contract.Effects.Part

  func earn(_ number: Int, _ platform: String, _ then: @escaping () -> Void) {
    let amount = dice.roll(1...20)
    book(
      number, platform, "earn", amount,
      Contract.Effects(adds: [Part(entity: "points", field: "amount")]), then)
  }

  func spend(_ number: Int, _ platform: String, _ then: @escaping () -> Void) {
    let amount = dice.roll(1...20)
    book(
      number, platform, "spend", -amount,
      Contract.Effects(takes: [Part(entity: "points", field: "amount")]), then)
  }

  private func book(
    _ number: Int, _ platform: String, _ verb: String, _ amount: Int64,
    _ effects: Contract.Effects, _ then: @escaping () -> Void
  ) {
    let request = Request(
      verb: verb, writes: ["points"], effects: effects, inputs: ["amount": .int(abs(amount))])
    send(number, platform, request) { [self] in
      let overdraws = defect == .overdraws && dice.percent(20)
      guard amount > 0 || available[number, default: 0] >= -amount || overdraws else {
        return (.refused(error: "not_enough_points"), .null)
      }
      if amount < 0 { available[number, default: 0] += amount }
      let entry = SimulatedPlatform.Entry(id: name("entry"), amount: amount)
      apply(.entry(number, entry), on: platform)
      return (
        .ok,
        .map([
          "entryId": .string(entry.id), "points": .int(state(platform).balance(of: number)),
        ])
      )
    } then: { _ in
      then()
    }
  }

  func take(_ number: Int, _ platform: String, _ then: @escaping () -> Void) {
    send(number, platform, Request(verb: "takeCoupon", writes: ["coupon"])) { [self] in
      let coupon = SimulatedPlatform.Coupon(id: name("coupon"), member: number)
      apply(.coupon(coupon), on: platform)
      return (.ok, shown(coupon))
    } then: { [self] served in
      if let id = served.output["couponId"]?.stringValue { people[number].coupons.append(id) }
      then()
    }
  }

  /// With a key; sometimes sent once more.
  func order(
    _ number: Int, _ platform: String, coupon: String?, _ then: @escaping () -> Void
  ) {
    let key = name("key")
    let isTwice = dice.percent(15)
    place(number, platform, coupon, key) { [self] in
      if isTwice { place(number, platform, coupon, key, then) } else { then() }
    }
  }

  private func place(
    _ number: Int, _ platform: String, _ coupon: String?, _ key: String,
    _ then: @escaping () -> Void
  ) {
    let request = Request(
      verb: "order", writes: ["order", "coupon"],
      effects: Contract.Effects(
        spends: [Part(entity: "coupon", field: "couponId")], once: "key"),
      inputs: ["key": .string(key), "couponId": coupon.map { .string($0) } ?? .null])
    send(number, platform, request) { [self] in
      submit(number, platform, coupon, key)
    } then: { [self] served in
      if let id = served.output["orderId"]?.stringValue, !people[number].orders.contains(id) {
        people[number].orders.append(id)
      }
      then()
    }
  }

  private func submit(
    _ number: Int, _ platform: String, _ coupon: String?, _ key: String
  ) -> Served {
    let forgets = defect == .forgetsKeys && dice.percent(50)
    if !forgets, let id = state(platform).submissions[key],
      let order = state(platform).orders[id]
    {
      return (.ok, shown(order))
    }
    let order = SimulatedPlatform.Order(id: name("order"), member: number, coupon: coupon)
    if let coupon {
      let known = state(platform).coupons[coupon]
      let decides = defect == .redeemsTwice ? known : truth.coupons[coupon]
      guard known != nil, var used = decides, used.status == "issued", !used.isGone else {
        return (.refused(error: "coupon_not_usable"), .null)
      }
      used.status = "reserved"
      used.version += 1
      apply(.coupon(used), on: platform)
    }
    let isLost = defect == .losesOrders && dice.percent(2)
    if isLost { return (.ok, shown(order)) }
    change(platform) { $0.submissions[key] = order.id }
    apply(.order(order), on: platform)
    return (.ok, shown(order))
  }

  /// Pays for an order, which also brings points, or cancels it, which gives its coupon back.
  func move(
    _ number: Int, _ platform: String, _ id: String, to status: String,
    _ then: @escaping () -> Void
  ) {
    let isPaid = status == "paid"
    let request = Request(
      verb: isPaid ? "pay" : "cancel", writes: isPaid ? ["order", "points"] : ["order", "coupon"],
      effects: isPaid ? nil : Contract.Effects(returns: ["coupon"]),
      inputs: ["orderId": .string(id)])
    send(number, platform, request) { [self] in
      guard state(platform).orders[id] != nil else {
        return (.refused(error: "order_not_found"), .null)
      }
      guard var order = truth.orders[id], order.status == "created" else {
        return (.refused(error: "not_possible"), .null)
      }
      order.status = status
      order.version += 1
      apply(.order(order), on: platform)
      if isPaid {
        let entry = SimulatedPlatform.Entry(id: name("entry"), amount: 5)
        apply(.entry(number, entry), on: platform)
      } else if let coupon = order.coupon, var back = truth.coupons[coupon] {
        back.status = "issued"
        back.version += 1
        apply(.coupon(back), on: platform)
      }
      return (.ok, shown(order))
    } then: { _ in
      then()
    }
  }

  func throwAway(
    _ number: Int, _ platform: String, _ id: String, _ then: @escaping () -> Void
  ) {
    let request = Request(
      verb: "throwAway", writes: ["coupon"], deletes: ["coupon"],
      inputs: ["couponId": .string(id)])
    send(number, platform, request) { [self] in
      guard state(platform).coupons[id] != nil, var coupon = truth.coupons[id],
        coupon.status == "issued", !coupon.isGone
      else { return (.refused(error: "coupon_not_usable"), .null) }
      coupon.isGone = true
      coupon.version += 1
      apply(.coupon(coupon), on: platform)
      return (.ok, .map([:]))
    } then: { _ in
      then()
    }
  }

  func rename(_ number: Int, _ platform: String, _ then: @escaping () -> Void) {
    send(number, platform, Request(verb: "changeMember", writes: ["member"])) { [self] in
      guard var member = truth.members[number] else {
        return (.refused(error: "not_logged_in"), .null)
      }
      member.name = name("name")
      member.version += 1
      apply(.member(number, member), on: platform)
      return (.ok, self.member(number, on: platform))
    } then: { _ in
      then()
    }
  }

  func forge(_ number: Int, _ platform: String, _ then: @escaping () -> Void) {
    let request = Request(
      verb: "forge", writes: ["points"], effects: Contract.Effects(isForgery: true),
      inputs: ["memberId": .string(people[number].member)])
    send(number, platform, request) { [self] in
      let isTaken = defect == .takesForgeries && dice.percent(5)
      return (isTaken ? .ok : .refused(error: "bad_signature"), isTaken ? .map([:]) : .null)
    } then: { _ in
      then()
    }
  }
}
