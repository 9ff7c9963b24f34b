import Foundation

/// What goes wrong with services: bookings, packages, lessons.
extension FaultKind {
  static let bookingTimezoneShift = FaultKind(
    "booking_timezone_shift", .defect,
    caughtBy: ["parity", "scenario:booking-confirmation"],
    title: FaultText("a local time is read as UTC", "本地时间被当成 UTC"),
    meaning: FaultText(
      "The website reads the local time of a booking as UTC, so it begins eight hours later there in "
        + "Shanghai, nine in Tokyo.",
      "网站把预约的本地时间当成 UTC 读取：上海的预约晚八小时，东京的晚九小时。"),
    stages: [.apply])

  static let redeemTwice = FaultKind(
    "redeem_twice", .defect, caughtBy: ["single-use", "scenario:package-redemption"],
    title: FaultText("one code, two uses", "一码两核"),
    meaning: FaultText(
      "A code that a clerk has scanned is taken again, and takes another use of the package.",
      "已核销的码再次扫描时仍被接受，套餐又扣一次。"),
    stages: [.apply])

  static let seatDouble = FaultKind(
    "seat_double", .defect, caughtBy: ["conservation", "scenario:trial-lesson"],
    title: FaultText("a seat is given twice", "座位重复占用"),
    meaning: FaultText(
      "Who signs up again takes another seat, and a full lesson gives more seats than it has.",
      "重复报名会再占一个座位，满员的课仍能继续报名。"),
    stages: [.apply])
}

extension ShopChange {
  /// A booking as this side reads it.
  func read(_ booking: Booking) -> Booking {
    let type = LinkEventType.bookingChanged.rawValue
    let fault = shop.fires(
      .bookingTimezoneShift, event: "\(booking.bookingId) \(booking.version)", type: type,
      entity: booking.bookingId)
    guard fault != nil, let start = ZonedTime.moment(booking.localStart, in: .gmt) else {
      return booking
    }
    var shifted = booking
    shifted.startsAt = MockClock.timestamp(.milliseconds(start))
    return shifted
  }

  /// Whether a code that was scanned is taken once more.
  func redeemsAgain(_ code: String) -> Bool {
    shop.fires(.redeemTwice, event: code, type: RedeemCode.type) != nil
  }

  /// Whether a seat is given without looking who has one, and whether one is left.
  func givesSeatAgain(_ lesson: Lesson, _ member: String) -> Bool {
    let event = "\(lesson.lessonId) \(member) \(lesson.version)"
    return shop.fires(.seatDouble, event: event, type: TakeSeat.type, entity: lesson.lessonId)
      != nil
  }
}
