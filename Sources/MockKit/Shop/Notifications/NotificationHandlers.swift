/// `POST /api/notifications/{id}/read`.
struct ReadNotificationHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let read = try await shop.change(as: call) { change, member in
      try NewsBook.read(id, of: member, at: change.timestamp, in: change.database)
    }
    guard let read else { throw NotificationError.notFound(id) }
    return try .json(read)
  }
}

/// Why a notification cannot be marked.
enum NotificationError: Error, Sendable, Equatable, ProblemConvertible {
  case notFound(String)

  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(
        404, "notification-not-found", "No such notification",
        detail: "You have no notification \(id).")
    }
  }
}
