/// What the website decides about forms and their draws.
extension ShopChange {
  func handIn(
    _ survey: Survey, _ answers: [String: String], by member: String
  ) throws -> Draw {
    if let form = try Draws.form(of: survey.survey, by: member, in: database) {
      throw LotteryError.handedIn(survey: survey.survey, form: form)
    }
    let draw = Draw(
      form: ids.form(try Counter.form.next(in: database)), survey: survey.survey,
      memberId: member, status: .open, version: 1, handedInAt: timestamp)
    try tell(of: draw)
    try Draws.keep(answers, of: draw.form, in: database)
    return draw
  }

  /// What it falls on follows from the form alone, and so do the ids of what is granted: whoever asks
  /// at the same time on the other side comes after it, and gets nothing more.
  func draw(_ form: String, of member: String) throws -> DrawDecision {
    var draw = try Draws.find(form, of: member, in: database)
    guard draw.status == .open || drawsAgain(draw) else {
      throw LotteryError.drawn(form: form)
    }
    let round = draw.status == .open ? "" : "_\(draw.version)"
    let survey = try Surveys.require(draw.survey, in: database)
    let prize = survey.prize(at: ids.lot(of: form))
    let entry = try prize?.points.map { try grant($0, of: "\(form)\(round)", to: member) }
    let coupon = try prize?.coupon.map {
      try grant($0, named: prize?.name ?? "", of: "\(form)\(round)", to: member)
    }
    draw.status = .drawn
    draw.version += 1
    draw.drawnAt = timestamp
    draw.prize = prize.map {
      Draw.Prize(
        prize: $0.prize, name: $0.name, nameEn: $0.nameEn, points: $0.points,
        couponId: coupon?.couponId)
    }
    try tell(of: draw)
    return DrawDecision(draw: draw, entry: entry, coupon: coupon)
  }

  private func grant(_ points: Int, of form: String, to member: String) throws -> PointsEntry {
    let entry = PointsEntry(
      entryId: "pt_draw_\(form)", amount: points, reason: "draw of \(form)", at: timestamp,
      origin: side)
    try book(entry, for: member)
    return entry
  }

  private func grant(
    _ voucher: Survey.Prize.Voucher, named name: String, of form: String, to member: String
  ) throws -> Coupon {
    let end = shop.clock.now + .seconds(Int64(voucher.days) * 86_400)
    let coupon = Coupon(
      couponId: "cp_draw_\(form)", offer: "lottery", memberId: member, name: name,
      discount: voucher.discount, minimum: voucher.minimum, status: .issued, orderId: nil,
      validUntil: MockClock.timestamp(end), version: 1, origin: side)
    try tell(of: coupon)
    return coupon
  }

  private func tell(of draw: Draw) throws {
    try Draws.put(draw, in: database)
    try publish(.drawChanged, of: draw.form, for: draw.memberId, draw)
  }

  /// Writes down what the website drew.
  func take(_ decision: DrawDecision) throws {
    let applier = LinkApplier(change: self)
    try applier.take(decision.draw)
    if let entry = decision.entry {
      _ = try Points.insert(entry, ofSurvivor: decision.draw.memberId, in: database)
    }
    try decision.coupon.map(applier.take)
  }
}

extension LinkApplier {
  func take(_ draw: Draw) throws {
    var draw = draw
    draw.memberId = try known(draw.memberId)
    try Draws.put(draw, in: database)
  }
}
