/// `POST /api/solutions`.
struct AskForSolutionHandler: Handler {
  private struct Body: Decodable {
    let title: String
    let need: String
    let budget: Money?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let title = try InquiryText.check(body.title, field: "title", most: 50)
    let need = try InquiryText.check(body.need, field: "need")
    let member = try await shop.read(as: call) { $1 }
    let command = AskForSolution(
      memberId: member, platform: shop.side, title: title, need: need, budget: body.budget)
    return try .json(try await shop.decideSolution(command, for: call), status: 201)
  }
}

/// `GET /api/staff/solutions/{id}`: anyone's.
struct StaffSolutionHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let id = call.parameters["id"] ?? ""
    return try .json(try await shop.database.read { try Solutions.find(id, in: $0) })
  }
}

/// `POST /api/staff/solutions/{id}/stage`.
struct MoveSolutionHandler: Handler {
  private struct Body: Decodable {
    let stage: Solution.Stage
    let note: String?
    let amount: Money?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let body = try call.decode(Body.self)
    let note = try body.note.map { try InquiryText.check($0, field: "note") }
    let command = MoveSolution(
      solutionId: call.parameters["id"] ?? "", stage: body.stage, note: note,
      amount: body.amount)
    return try .json(try await shop.decideSolution(command, for: call))
  }
}

extension Shop {
  /// The website decides about all of them.
  func decideSolution<Command: PeerCommand>(
    _ command: Command, for call: Call
  ) async throws -> Solution where Command.Answer == Solution {
    try await decide(command, at: .web, for: call) { try LinkApplier(change: $0).take($1) }
  }
}
