/// `GET /api/library`: without a session.
struct ListLibraryHandler: Handler {
  private struct Library: Encodable {
    let items: [ReportView]
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let reports = try await shop.database.read { try Reports.all(in: $0) }
    return try .json(Library(items: reports.map(ReportView.init)))
  }
}

/// `GET /api/library/{id}`.
struct ShowReportHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let view = ReportView(try await shop.report(of: call))
    return try .json(view, tag: EntityTag(version: 1, variant: [view.sha256]), for: call)
  }
}

/// `GET /api/library/{id}/file`, on the website: what is exclusive goes to members alone.
struct ReadReportHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let report = try await shop.report(of: call)
    if report.exclusive, try await shop.guest(of: call) == nil, !shop.opens(report) {
      throw DownloadError.registrationRequired(report.reportId)
    }
    return ReportFile(report).reply(to: call)
  }
}

/// `POST /api/library/{id}/link`, in the mini-program: leads whoever it is to the website.
struct LinkReportHandler: Handler {
  private struct Body: Decodable {
    let source: String?
  }

  private struct Linked: Encodable {
    let linkId: String
    let reportId: String
    let source: String?
    let link: String
    /// Below the website's address.
    let path: String
    let createdAt: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let source = call.body.isEmpty ? nil : try call.decode(Body.self).source
    guard (1...64).contains(source?.count ?? 1) else {
      throw InvalidRequest(field: "source", reason: .outside("1 to 64 characters"))
    }
    let report = try await shop.report(of: call)
    let link = ReportLink(
      linkId: "rl_" + Hexadecimal.random(bytes: 10), reportId: report.reportId, source: source,
      createdAt: shop.clock.timestamp)
    let text = try shop.sign(link)
    let linked = Linked(
      linkId: link.linkId, reportId: link.reportId, source: source, link: text,
      path: "/library/\(link.reportId)?link=\(text)", createdAt: link.createdAt)
    return try .json(linked, status: 201)
  }
}

extension Shop {
  func report(of call: Call) async throws -> Report {
    let id = call.parameters["id"] ?? ""
    return try await database.read { try Reports.require(id, in: $0) }
  }
}
