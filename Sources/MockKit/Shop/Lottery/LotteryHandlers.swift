/// `GET /api/surveys`.
struct ListSurveysHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try .json(ItemList(items: try await shop.database.read(Surveys.all)))
  }
}

/// `POST /api/forms/{survey}`: hands in a form, which gives one draw.
struct HandInFormHandler: Handler {
  private struct Body: Decodable {
    let answers: [String: String]
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let answers = try call.decode(Body.self).answers
    let name = call.parameters["survey"] ?? ""
    return try await shop.change(as: call) { change, member in
      let survey = try Surveys.require(name, in: change.database)
      try survey.check(answers)
      let draw = try change.handIn(survey, answers, by: member)
      return try change.answer(try .json(draw, tag: draw.tag, for: call, status: 201))
    }
  }
}

/// `GET /api/staff/forms/{form}`: with the answers.
struct StaffFormHandler: Handler {
  private struct Form: Encodable {
    let form: String
    let survey: String
    let memberId: String
    let handedInAt: String
    let answers: [String: String]
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let id = call.parameters["form"] ?? ""
    let (draw, answers) = try await shop.database.read { try Draws.answers(of: id, in: $0) }
    return try .json(
      Form(
        form: draw.form, survey: draw.survey, memberId: draw.memberId,
        handedInAt: draw.handedInAt, answers: answers))
  }
}

/// `POST /api/draws`: once for each form, on whichever platform.
struct DrawHandler: Handler {
  private struct Body: Decodable {
    let form: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let form = try call.decode(Body.self).form
    let member = try await shop.read(as: call) { $1 }
    let command = DrawPrize(form: form, memberId: member)
    let draw = try await shop.decide(command, at: Draw.owner, for: call) { try $0.take($1) }.draw
    return try .json(draw, tag: draw.tag, for: call, status: 201)
  }
}

/// `GET /api/draws/{form}`.
struct ShowDrawHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let form = call.parameters["form"] ?? ""
    let draw = try await shop.read(as: call) { try Draws.find(form, of: $1, in: $0) }
    return try .json(draw, tag: draw.tag, for: call)
  }
}
