/// The way between the platforms.
extension Simulation {
  func state(_ platform: String) -> SimulatedPlatform { platform == "web" ? web : mini }

  func change(_ platform: String, _ body: (inout SimulatedPlatform) -> Void) {
    if platform == "web" { body(&web) } else { body(&mini) }
  }

  /// Changes something where it is served and tells the other platform, sometimes twice.
  func apply(_ news: SimulatedPlatform.News, on platform: String) {
    change(platform) { $0.take(news, defect: nil) }
    truth.take(news, defect: nil)
    if isLost(news) { return }
    let other = platform == "web" ? "mini" : "web"
    let delay = arrival(news, from: platform) - now
    for time in dice.percent(10) ? [delay, delay + dice.roll(1...300)] : [delay] {
      after(time) { [self] in arrive(news, on: other) }
    }
  }

  /// Most news is quick; points of one member keep their order.
  private func arrival(_ news: SimulatedPlatform.News, from platform: String) -> Int64 {
    let moment = now + (dice.percent(95) ? dice.roll(1...200) : dice.roll(200...1_400))
    guard case .entry(let member, _) = news else { return moment }
    let line = "\(platform) \(member)"
    lastArrival[line] = max(moment, (lastArrival[line] ?? 0) + 1)
    return lastArrival[line] ?? moment
  }

  private func isLost(_ news: SimulatedPlatform.News) -> Bool {
    switch (news, defect) {
    case (.entry, .losesPoints), (.member, .keepsNames): dice.percent(5)
    case (.coupon(let coupon), .keepsDeleted): coupon.isGone && dice.percent(30)
    default: false
    }
  }

  private func arrive(_ news: SimulatedPlatform.News, on platform: String) {
    let isHit = dice.percent(defect == .turnsBack ? 50 : 5)
    if case .entry(let member, let entry) = news, entry.amount > 0,
      !(state(platform).entries[member] ?? []).contains(where: { $0.id == entry.id })
    {
      available[member, default: 0] += entry.amount
    }
    change(platform) { $0.take(news, defect: isHit ? defect : nil) }
    if defect == .turnsBack, case .order = news, isHit {
      after(Self.within) { [self] in change(platform) { $0.take(news, defect: defect) } }
    }
    if defect == .echoes, case .member(let number, _) = news, isHit { echo(number) }
  }

  private func echo(_ number: Int) {
    guard !isOver, var member = truth.members[number] else { return }
    member.version += 1
    let news = SimulatedPlatform.News.member(number, member)
    truth.take(news, defect: nil)
    for platform in ["web", "mini"] { change(platform) { $0.take(news, defect: nil) } }
    after(300) { [self] in echo(number) }
  }
}
