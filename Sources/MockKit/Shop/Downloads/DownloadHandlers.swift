/// `POST /api/library/{id}/download`, on the website.
struct DownloadReportHandler: Handler {
  private struct Body: Decodable {
    let link: String?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    guard try await shop.guest(of: call) != nil else { throw try await refusal(of: call) }
    let text = call.body.isEmpty ? nil : try call.decode(Body.self).link
    let report = try await shop.report(of: call)
    let link = try text.map { try shop.link($0, to: report.reportId) }
    return try await shop.change(as: call) { change, member in
      try change.answer(try change.download(report, of: member, by: link))
    }
  }

  /// A visitor is told to register where that is what is wanted.
  private func refusal(of call: Call) async throws -> any Error {
    let id = call.parameters["id"] ?? ""
    let report = try await shop.database.read { try Reports.find(id, in: $0) }
    return report?.exclusive == true
      ? DownloadError.registrationRequired(id) : ShopError.notLoggedIn
  }
}

/// `GET /api/downloads`: newest first.
struct ListDownloadsHandler: Handler {
  private struct List: Encodable {
    let items: [Download]
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: Downloads.listKeys.count)
    let (found, headers) = request.page(
      try await shop.read(as: call) { database, member in
        try Downloads.page(request, of: member, in: database)
      }
    ) { ["\($0.record.atMs)", $0.record.reportId] }
    return try .json(
      List(items: found.map { Download($0.report, $0.record) }), headers: headers)
  }
}

/// `GET /api/downloads/{id}/file`: to whom has downloaded it.
struct DownloadedFileHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let found = try await shop.read(as: call) { try Downloads.find(id, of: $1, in: $0) }
    guard let found else { throw DownloadError.notDownloaded(id) }
    return shop.handedOut(ReportFile(found.report), as: call).reply(to: call)
  }
}
