/// What goes wrong with what is counted.
extension FaultKind {
  static let figuresDayShift = FaultKind(
    "figures_day_shift", .defect, caughtBy: ["scenario:kpi-accuracy"],
    title: FaultText("figures have other days", "统计口径的日期错位"),
    meaning: FaultText(
      "Figures count by the days of UTC, so the morning in Shanghai belongs to the day before.",
      "统计按 UTC 的日期计算，上海的早晨被算进前一天。"),
    stages: [.read])

  static let figuresCountVisits = FaultKind(
    "figures_count_visits", .defect, caughtBy: ["scenario:kpi-accuracy"],
    title: FaultText("visits taken for visitors", "把访问次数当作访客数"),
    meaning: FaultText(
      "Whoever comes to the website again counts as another visitor, so fewer seem to be guided on.",
      "同一访客每来一次网站就多算一个访客，跨端转化率因此偏低。"),
    stages: [.read])
}

extension Shop {
  /// The days that the staff asks for.
  func days(of call: Call) throws -> FigureDays {
    let now = clock.now
    let days = try FigureDays(call, now: now)
    guard fires(.figuresDayShift, of: days) else { return days }
    return try FigureDays(call, now: now, ahead: .zero)
  }

  func countsVisits(of days: FigureDays) -> Bool { fires(.figuresCountVisits, of: days) }

  private func fires(_ kind: FaultKind, of days: FigureDays) -> Bool {
    fires(kind, event: "\(days.from) \(days.to)", type: "figures") != nil
  }
}
