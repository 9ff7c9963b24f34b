/// `POST /api/sign-in`.
struct SignInHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try await shop.change(as: call) { change, member in
      try change.answer(try .json(try change.signIn(member), status: 201))
    }
  }
}
