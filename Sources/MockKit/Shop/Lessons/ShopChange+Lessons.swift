/// What the website decides about lessons.
extension ShopChange {
  /// A lesson by itself is nobody's, so it has a lane of its own.
  func tell(of lesson: Lesson) throws {
    try Lessons.put(lesson, in: database)
    try publish(.lessonChanged, of: lesson.lessonId, lane: lesson.lessonId, lesson)
  }

  /// Who has a seat already keeps it and takes no other.
  func takeSeat(in lesson: Lesson, for member: String) throws -> TakeSeat.Answer {
    let known = try Seats.all(of: member, in: lesson.lessonId, database).first
    let isCareless = known != nil || lesson.seatsLeft <= 0 ? givesSeatAgain(lesson, member) : false
    if let known, !isCareless { return TakeSeat.Answer(lesson: lesson, seat: known) }
    guard lesson.startsAt > timestamp else {
      throw LessonError.over(lesson.lessonId, startsAt: lesson.startsAt)
    }
    guard lesson.seatsLeft > 0 || isCareless else {
      throw LessonError.full(lesson.lessonId, seats: lesson.seats)
    }
    return try give(Seat(lesson, of: member), in: lesson)
  }

  private func give(_ seat: Seat, in lesson: Lesson) throws -> TakeSeat.Answer {
    var (lesson, seat) = (lesson, seat)
    lesson.seatsLeft -= 1
    lesson.version += 1
    try tell(of: lesson)
    seat.version = try Seats.version(of: seat.seatId, in: database) + 1
    try tell(of: seat)
    return TakeSeat.Answer(lesson: lesson, seat: seat)
  }

  func freeSeat(in lesson: Lesson, of member: String) throws -> TakeSeat.Answer {
    let seats = try Seats.all(of: member, in: lesson.lessonId, database)
    guard !seats.isEmpty else { return TakeSeat.Answer(lesson: lesson, seat: nil) }
    guard lesson.startsAt > timestamp else {
      throw LessonError.over(lesson.lessonId, startsAt: lesson.startsAt)
    }
    return try free(seats, in: lesson)
  }

  private func free(_ seats: [Seat], in lesson: Lesson) throws -> TakeSeat.Answer {
    var lesson = lesson
    lesson.seatsLeft += seats.count
    lesson.version += 1
    try tell(of: lesson)
    let freed = seats.map { seat in
      var freed = seat
      freed.status = .cancelled
      freed.version += 1
      return freed
    }
    for seat in freed { try tell(of: seat) }
    return TakeSeat.Answer(lesson: lesson, seat: freed.first)
  }

  private func tell(of seat: Seat) throws {
    try Seats.put(seat, in: database)
    try publish(.seatChanged, of: seat.seatId, for: seat.memberId, seat)
  }
}

extension LinkApplier {
  func take(_ lesson: Lesson) throws { try Lessons.put(lesson, in: database) }

  func take(_ seat: Seat) throws {
    var seat = seat
    seat.memberId = try known(seat.memberId)
    try Seats.put(seat, in: database)
  }
}
