/// The body of `POST /api/staff/lessons`.
struct LessonDraft: Sendable, Decodable {
  let title: String
  let titleEn: String
  /// A moment with an offset, or a time of the zone's clocks.
  let startsAt: String
  let timeZone: String?
  let place: String
  let seats: Int

  /// - Parameter now: in ms since 1970.
  func lesson(now: Int64) throws(InvalidRequest) -> Lesson {
    for (field, text) in [("title", title), ("titleEn", titleEn), ("place", place)] {
      try CatalogueText.check(text, field: field)
    }
    guard (1...1000).contains(seats) else {
      throw InvalidRequest(field: "seats", reason: .outside("1 to 1000"))
    }
    let when = BookingRequest(
      service: "", startsAt: startsAt, timeZone: timeZone, people: nil, notes: nil)
    return Lesson(
      lessonId: "le_" + Hexadecimal.random(bytes: 10), title: title, titleEn: titleEn,
      startsAt: MockClock.timestamp(.milliseconds(try when.start(now: now))),
      timeZone: when.zoneName, place: place, seats: seats, seatsLeft: seats, version: 1)
  }
}
