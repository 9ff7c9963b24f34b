extension ShopChange {
  /// Writes down what somebody did and tells of it; the same event again changes nothing.
  ///
  /// - Returns: when it happened, in ms since 1970.
  @discardableResult
  func track(_ event: TrackedEvent) throws -> Int64 {
    guard try TrackedEvents.insert(event, in: database) else {
      return try TrackedEvents.moment(of: event.eventId, in: database) ?? event.atMs
    }
    // What belongs to a member arrives after the member.
    if let member = event.memberId {
      try publish(.eventTracked, of: event.eventId, for: member, event)
    } else {
      let lane = "visitor/\(event.visitor ?? event.eventId)"
      try publish(.eventTracked, of: event.eventId, lane: lane, event)
    }
    return event.atMs
  }

  /// What happens here and now.
  ///
  /// - Parameter id: one of this side's own unless it is given.
  func event(_ kind: TrackedEvent.Kind, id: String? = nil) -> TrackedEvent {
    TrackedEvent(
      eventId: id ?? "te_" + Hexadecimal.random(bytes: 10), platform: side, event: kind,
      atMs: milliseconds)
  }
}

extension Shop {
  /// Notes that somebody took an entry of the website's. `?visitor=` may say who.
  package func noteClick(on entry: Entry, for call: Call) async throws {
    let member = try await guest(of: call)
    let visitor = call.query["visitor"].flatMap { (1...64).contains($0.count) ? $0 : nil }
    try await change(for: call) { change in
      var event = change.event(.click)
      (event.visitor, event.memberId) = (visitor, member)
      (event.entryKey, event.source) = (entry.entryKey, entry.source)
      try change.track(event)
    }
  }
}

extension LinkApplier {
  func take(_ event: TrackedEvent) throws {
    var event = event
    event.memberId = try event.memberId.map(known)
    _ = try TrackedEvents.insert(event, in: database)
  }
}
