/// Takes a seat in a lesson, or gives it back, at the website.
struct TakeSeat: PeerCommand {
  struct Answer: Codable, Sendable {
    let lesson: Lesson
    /// Absent where there was none to give back.
    let seat: Seat?
  }

  static let type = "lesson.seat"

  let lessonId: String
  let memberId: String
  let isCancelled: Bool

  func decide(_ change: ShopChange) throws -> Answer {
    let member = try change.member(memberId)
    let lesson = try Lessons.find(lessonId, in: change.database)
    return isCancelled
      ? try change.freeSeat(in: lesson, of: member) : try change.takeSeat(in: lesson, for: member)
  }
}

extension Shop {
  func decide(_ command: TakeSeat, for call: Call) async throws -> TakeSeat.Answer {
    try await decide(command, at: Lesson.owner, for: call) { change, answer in
      let applier = LinkApplier(change: change)
      try applier.take(answer.lesson)
      if let seat = answer.seat { try applier.take(seat) }
    }
  }
}
