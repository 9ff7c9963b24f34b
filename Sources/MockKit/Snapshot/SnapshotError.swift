/// Why a snapshot cannot be taken or brought back.
package enum SnapshotError: Error, Sendable, Equatable {
  case badName(String)
  case unknown(String, known: [String])
  case taken(String)
}

extension SnapshotError: ProblemConvertible {
  package var problem: Problem {
    switch self {
    case .badName(let name):
      Problem(
        422, "invalid-request", "The request is not valid",
        detail: "\"\(name)\" is no name of a snapshot: \(PlainName.expected.en), and not seed "
          + "or empty.")
    case .unknown(let name, let known):
      Problem(
        404, "snapshot-not-found", "No such snapshot",
        detail: "There is no snapshot \"\(name)\"; there is "
          + (known.isEmpty ? "none." : known.joined(separator: ", ") + "."))
    case .taken(let name):
      Problem(
        409, "snapshot-exists", "The name is taken",
        detail: "There is a snapshot \"\(name)\" already; delete it first or choose another name.")
    }
  }
}
