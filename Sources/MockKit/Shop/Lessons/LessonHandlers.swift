/// `GET /api/lessons`: those to come, the next one first.
struct ListLessonsHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: Lessons.listKeys.count)
    let now = shop.clock.timestamp
    let found = try await shop.database.read { try Lessons.page(request, after: now, in: $0) }
    return try .page(found, of: request) { [$0.startsAt, $0.lessonId] }
  }
}

/// `GET /api/lessons/{id}`.
struct ShowLessonHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let lesson = try await shop.database.read { try Lessons.find(id, in: $0) }
    return try .json(lesson, tag: EntityTag(version: lesson.version), for: call)
  }
}

/// `POST /api/lessons/{id}/sign-up`: 200 with the seat, also where the member had it already.
struct SignUpHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let member = try await shop.read(as: call) { $1 }
    let id = call.parameters["id"] ?? ""
    let command = TakeSeat(lessonId: id, memberId: member, isCancelled: false)
    return try .json(try await shop.decide(command, for: call).seat)
  }
}

/// `DELETE /api/lessons/{id}/sign-up`: 204, whether or not there was a seat.
struct CancelSignUpHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let member = try await shop.read(as: call) { $1 }
    let id = call.parameters["id"] ?? ""
    let command = TakeSeat(lessonId: id, memberId: member, isCancelled: true)
    _ = try await shop.decide(command, for: call)
    return .empty()
  }
}

/// `POST /api/staff/lessons`, on the website.
struct AddLessonHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let lesson = try call.decode(LessonDraft.self).lesson(now: shop.clock.milliseconds)
    return try await shop.change(for: call) { change in
      try change.tell(of: lesson)
      return try change.answer(try .json(lesson, status: 201))
    }
  }
}
