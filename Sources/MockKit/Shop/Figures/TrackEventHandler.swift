/// `POST /api/events`: a front end tells what somebody does, whether or not they are logged in.
struct TrackEventHandler: Handler {
  private struct Body: Decodable {
    let event: TrackedEvent.Kind
    let visitor: String?
    let eventId: String?
    let page: String?
    let entryKey: String?
    let source: String?
    let function: String?
  }

  private struct Tracked: Encodable {
    let eventId: String
    let at: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    try check(body)
    let member = try await shop.guest(of: call)
    guard let whose = body.visitor ?? member else {
      throw InvalidRequest(field: "visitor", reason: .missing)
    }
    let source = try await source(of: body, for: call)
    return try await shop.change(for: call) { change in
      let id = body.eventId.map { "\(change.side.rawValue)/\(whose)/\($0)" }
      var event = change.event(body.event, id: id)
      (event.visitor, event.memberId) = (body.visitor, member)
      (event.page, event.entryKey) = (body.page, body.entryKey)
      (event.source, event.function) = (source, body.function)
      let at = MockClock.timestamp(.milliseconds(try change.track(event)))
      let tracked = Tracked(eventId: body.eventId ?? event.eventId, at: at)
      return try change.answer(try .json(tracked, status: 201))
    }
  }

  /// Where an entry stands is known of the entry.
  private func source(of body: Body, for call: Call) async throws -> String? {
    guard let key = body.entryKey else { return body.source }
    return try await shop.entry(key, for: call).source
  }

  private func check(_ body: Body) throws(InvalidRequest) {
    let coming: TrackedEvent.Kind = shop.side == .web ? .visit : .open
    guard [coming, .click, .use].contains(body.event) else {
      throw InvalidRequest(field: "event", reason: .outside("\(coming.rawValue), click or use"))
    }
    for (field, text, most) in [
      ("visitor", body.visitor, 64), ("eventId", body.eventId, 64), ("page", body.page, 256),
      ("entryKey", body.entryKey, 64), ("source", body.source, 64),
      ("function", body.function, 64),
    ] where !(1...most).contains(text?.count ?? 1) {
      throw InvalidRequest(field: field, reason: .outside("1 to \(most) characters"))
    }
    if body.event == .click, body.entryKey == nil, body.source == nil {
      throw InvalidRequest(field: "entryKey", reason: .missing)
    }
    if body.event == .use, body.function == nil {
      throw InvalidRequest(field: "function", reason: .missing)
    }
  }
}
