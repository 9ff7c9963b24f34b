/// What a seat is refused for.
enum LessonError: Error, Sendable, Equatable {
  case notFound(String)
  case full(String, seats: Int)
  case over(String, startsAt: String)
}

extension LessonError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(
        404, "lesson-not-found", "No such lesson",
        detail: "There is no lesson \"\(id)\"; GET /api/lessons lists them.")
    case .full(let id, let seats):
      Problem(
        409, "lesson-full", "No seat is left",
        detail: "All \(seats) seats of lesson \(id) are taken.")
    case .over(let id, let start):
      Problem(
        409, "lesson-over", "The lesson has begun", detail: "Lesson \(id) began at \(start).")
    }
  }
}
