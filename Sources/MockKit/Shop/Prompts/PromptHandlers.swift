/// `POST /api/prompts`: a page was opened; is a hint at the other platform to be shown on it?
struct AskForPromptHandler: Handler {
  private struct Body: Decodable {
    let page: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let page = try InquiryText.check(try call.decode(Body.self).page, field: "page", most: 128)
    let date = CalendarDate.inChina(shop.clock.now)
    let (member, shown) = try await shop.read(as: call) { database, member in
      (member, try Prompts.count(on: date, of: member, in: database))
    }
    // What the mini-program knows of already it need not ask.
    if shop.side == .mini, shown > 0 { return try reply(nil) }
    let command = AskForPrompt(memberId: member, platform: shop.side, page: page)
    do {
      let decision = try await shop.decide(command, at: .web, for: call) { change, decision in
        if let prompt = decision.prompt { try LinkApplier(change: change).take(prompt) }
      }
      return try reply(decision.prompt)
    } catch let refusal as PeerRefusal {
      if case .refused = refusal { throw refusal }
      // Rather none than a second one.
      return try .json(PromptAnswer(nil, on: shop.side, nextAt: nil))
    }
  }

  private func reply(_ prompt: Prompt?) throws -> Reply {
    let next = CalendarDate.startInChina(shop.clock.now + .seconds(86_400))
    return try .json(PromptAnswer(prompt, on: shop.side, nextAt: next))
  }
}

/// `POST /api/prompts/{id}/dismiss`.
struct DismissPromptHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    return try await shop.change(as: call) { change, member in
      try change.answer(try .json(try change.dismissPrompt(id, of: member)))
    }
  }
}
