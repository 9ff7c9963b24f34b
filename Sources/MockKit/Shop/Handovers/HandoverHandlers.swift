/// `POST /api/handovers`, in the mini-program.
struct IssueHandoverHandler: Handler {
  private struct Body: Decodable {
    let to: String
    let source: String?
  }

  private struct Issued: Encodable {
    let handoverId: String
    let to: String
    /// Below the website's address.
    let path: String
    let ticket: String
    let expiresAt: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    try Self.check(body)
    return try await shop.change(as: call) { change, member in
      let handover = change.handover(of: member, to: body.to, source: body.source)
      try Handovers.put(handover, in: change.database)
      var click = change.event(.click)
      (click.memberId, click.source) = (member, body.source)
      try change.track(click)
      let ticket = try change.ticket(for: handover)
      let issued = Issued(
        handoverId: handover.handoverId, to: handover.to, path: "/enter?ticket=\(ticket)",
        ticket: ticket, expiresAt: handover.expiresAt)
      return try change.answer(try .json(issued, status: 201))
    }
  }

  /// A path of the website's own: nobody is to be led elsewhere with its name.
  private static func check(_ body: Body) throws(InvalidRequest) {
    let isPlain = body.to.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x5C }
    guard body.to.hasPrefix("/"), !body.to.hasPrefix("//"), isPlain, body.to.utf8.count <= 256
    else {
      throw InvalidRequest(
        field: "to", reason: .outside("a path of the website such as /orders, up to 256 bytes"))
    }
    guard (1...64).contains(body.source?.count ?? 1) else {
      throw InvalidRequest(field: "source", reason: .outside("1 to 64 characters"))
    }
  }
}

/// `GET /api/handovers/{id}`.
struct ShowHandoverHandler: Handler {
  private struct View: Encodable {
    let handoverId: String
    let memberId: String
    let to: String
    let source: String?
    let status: String
    let issuedAt: String
    let enteredAt: String?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let found = try await shop.read(as: call) { try Handovers.find(id, of: $1, in: $0) }
    return try .json(
      View(
        handoverId: found.handoverId, memberId: found.memberId, to: found.to,
        source: found.source, status: found.enteredAt == nil ? "issued" : "entered",
        issuedAt: found.issuedAt, enteredAt: found.enteredAt))
  }
}
