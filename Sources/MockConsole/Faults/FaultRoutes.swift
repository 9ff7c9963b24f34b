import Foundation
import MockKit

/// What goes wrong in the set: looking, adding, taking away.
struct FaultRoutes: Sendable {
  struct Listing: Encodable {
    let faults: [FaultView]
  }

  let parts: ConsoleParts

  var all: [Route] {
    [
      .admin(.get, "/faults") { _ in
        try .json(Listing(faults: parts.faults.reports.map(FaultView.init)))
      },
      .admin(.post, "/faults") { call in
        let added = try parts.faults.add(try Fault(json: call.body))
        let view = FaultView(FaultReport(fault: added, evaluated: 0, fired: 0, isOver: false))
        let place = "/_admin/v1/faults/\(added.id)"
        return try .json(view, status: 201, headers: [Reply.Header("Location", place)])
      },
      .admin(.delete, "/faults") { _ in
        parts.faults.removeAll()
        return .empty()
      },
      .admin(.delete, "/faults/{id}") { remove($0.parameters["id"] ?? "") },
      .admin(.get, "/faults/catalogue") { _ in try .json(FaultCatalogue()) },
    ]
  }

  private func remove(_ id: String) -> Reply {
    if parts.faults.remove(id) { return .empty() }
    let known = parts.faults.reports.map(\.id).joined(separator: ", ")
    return Problem(
      404, "fault-not-found", "No such fault",
      detail: "There is no fault \"\(id)\"; there \(known.isEmpty ? "is none" : "are: \(known)")."
    ).reply()
  }
}

/// A fault with what came of it.
struct FaultView: Encodable {
  private enum Key: String, CodingKey {
    case evaluated, fired, over
  }

  let report: FaultReport

  init(_ report: FaultReport) {
    self.report = report
  }

  func encode(to encoder: any Encoder) throws {
    try report.fault.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(report.evaluated, forKey: .evaluated)
    try container.encode(report.fired, forKey: .fired)
    try container.encode(report.isOver, forKey: .over)
  }
}
