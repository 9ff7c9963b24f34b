import Foundation

/// A trial lesson as both platforms show it and as it travels.
struct Lesson: Sendable, Equatable, Codable {
  /// Lessons are the website's, and it decides who gets a seat.
  static let owner = ShopSide.web

  let lessonId: String
  let title: String
  let titleEn: String
  /// RFC 3339 in UTC.
  let startsAt: String
  let timeZone: String
  let place: String
  let seats: Int
  var seatsLeft: Int
  /// Rises by one with every change; a lower one never replaces a higher one.
  var version: Int
}

/// A seat in a lesson, as a timetable shows it and as it travels. It says itself which lesson it is for.
struct Seat: Equatable, VersionedRecord {
  enum Status: String, Sendable, Codable, CaseIterable {
    case taken, cancelled
  }

  let seatId: String
  var memberId: String
  let lessonId: String
  let title: String
  let titleEn: String
  let startsAt: String
  let localStart: String
  let timeZone: String
  let place: String
  var status: Status
  var version: Int
}

extension Seat {
  /// The id follows from the lesson and the member, who has one seat, however often it is asked for.
  init(_ lesson: Lesson, of member: String) {
    let start = ZonedTime.moment(lesson.startsAt, in: .gmt) ?? 0
    self.init(
      seatId: "st_\(lesson.lessonId)_\(member)", memberId: member, lessonId: lesson.lessonId,
      title: lesson.title, titleEn: lesson.titleEn, startsAt: lesson.startsAt,
      localStart: ZonedTime.text(start, in: ZonedTime.zone(lesson.timeZone) ?? .gmt),
      timeZone: lesson.timeZone, place: lesson.place, status: .taken, version: 1)
  }
}
