/// Trial lessons.
enum LessonRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.get, "/api/lessons", ListLessonsHandler(shop: shop)),
      Route(.get, "/api/lessons/{id}", ShowLessonHandler(shop: shop)),
      Route(.post, "/api/lessons/{id}/sign-up", SignUpHandler(shop: shop)),
      Route(.delete, "/api/lessons/{id}/sign-up", CancelSignUpHandler(shop: shop)),
      Route(.get, "/api/timetable", ListRecordsHandler(Seats.self, shop: shop)),
    ] + staff(shop)
  }

  /// The website has the lessons; the mini-program hears of them.
  private static func staff(_ shop: Shop) -> [Route] {
    guard shop.side == Lesson.owner else { return [] }
    return [Route(.post, "/api/staff/lessons", AddLessonHandler(shop: shop))]
  }
}
