import Foundation

extension Lesson {
  private static let day: Int64 = 86_400

  /// - Parameter timestamp: when the set began, RFC 3339.
  init(_ seed: SeedData.Lesson, after timestamp: String) {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    let began = (try? style.parse(timestamp))?.timeIntervalSince1970 ?? 0
    // China's clocks are eight hours ahead all year, so no time zone need be asked while a set starts.
    let local = Int64(began) + ChinaTime.ahead.components.seconds
    let midnight = local - local % Self.day + Int64(seed.day) * Self.day
    let time = seed.time.split(separator: ":").compactMap { Int64($0) }.reduce(0) { $0 * 60 + $1 }
    let start = Duration.seconds(midnight + time * 60) - ChinaTime.ahead
    self.init(
      lessonId: seed.lesson, title: seed.title, titleEn: seed.titleEn,
      startsAt: MockClock.timestamp(start), timeZone: "Asia/Shanghai", place: seed.place,
      seats: seed.seats, seatsLeft: seed.seats, version: 1)
  }
}
