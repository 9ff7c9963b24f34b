/// Somebody who does two things at a time and looks at everything after a while.
struct SimulatedPerson {
  var number: Int
  var phone: String
  /// How many things are left to do before looking.
  var burst = 0
  /// How many of the two hands are busy.
  var busy = 0
  var orders: [String] = []
  var coupons: [String] = []

  var member: String { "m-\(number)" }
}

extension Simulation {
  func register(_ number: Int) {
    let member = SimulatedPlatform.Member(name: name("name"))
    for platform in ["web", "mini"] { change(platform) { $0.members[number] = member } }
    truth.members[number] = member
    look(number, times: 1)
  }

  /// Two hands at once, a number of things each.
  func begin(_ number: Int) {
    if isOver { return }
    people[number].burst = Int(dice.roll(10...40))
    people[number].busy = 2
    for _ in 0..<2 { next(number) }
  }

  private func next(_ number: Int) {
    guard people[number].burst > 0 else {
      people[number].busy -= 1
      // Until then all that was lost has happened or not, and all news has arrived.
      if people[number].busy == 0 { after(4_000) { [self] in look(number, times: 3) } }
      return
    }
    people[number].burst -= 1
    act(number) { [self] in after(dice.roll(1...60)) { [self] in next(number) } }
  }

  /// Reads everything on both platforms, in rounds that lie further apart than news takes.
  private func look(_ number: Int, times: Int) {
    guard times > 0 else { return begin(number) }
    for platform in ["web", "mini"] {
      readMember(number, platform) {}
      readPoints(number, platform) {}
      readOrders(number, platform) {}
      if let order = people[number].orders.last { readOrder(number, platform, order) {} }
      for coupon in people[number].coupons.suffix(2) { readCoupon(number, platform, coupon) {} }
    }
    after(Self.within + 300) { [self] in look(number, times: times - 1) }
  }

  private func act(_ number: Int, _ then: @escaping () -> Void) {
    let platform = dice.percent(50) ? "web" : "mini"
    let order = dice.pick(people[number].orders)
    let coupon = dice.pick(people[number].coupons)
    switch dice.roll(0...99) {
    case 0..<14: earn(number, platform, then)
    case 14..<26: spend(number, platform, then)
    case 26..<34: take(number, platform, then)
    case 34..<44: self.order(number, platform, coupon: dice.percent(50) ? coupon : nil, then)
    case 44..<47:
      // The same coupon on both at once.
      self.order(number, "web", coupon: coupon) {}
      self.order(number, "mini", coupon: coupon, then)
    case 47..<57:
      let status = dice.percent(50) ? "paid" : "cancelled"
      if let order { move(number, platform, order, to: status, then) } else { then() }
    // After somebody deleted anything, an order of his that is gone is no proof.
    case 57..<60:
      guard let coupon, defect != .losesOrders || number == 0 else { return then() }
      throwAway(number, platform, coupon, then)
    case 60..<66: rename(number, platform, then)
    case 66..<68: forge(number, platform, then)
    case 68..<78: readPoints(number, platform, then)
    case 78..<84: readMember(number, platform, then)
    case 84..<90: readOrders(number, platform, then)
    case 90..<96: if let order { readOrder(number, platform, order, then) } else { then() }
    default: if let coupon { readCoupon(number, platform, coupon, then) } else { then() }
    }
  }
}
