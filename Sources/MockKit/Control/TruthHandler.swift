/// `GET /_control/truth?from=N`: the truth log, one JSON object a line; `from` leaves out the first N,
/// for a reader that follows it.
package struct TruthHandler: Handler {
  private let truth: TruthLog

  package init(truth: TruthLog) {
    self.truth = truth
  }

  package func answer(_ call: Call) async throws -> Reply {
    Reply(
      status: 200, contentType: "application/x-ndjson",
      body: try truth.ndjson(from: try start(call)))
  }

  private func start(_ call: Call) throws(InvalidRequest) -> Int {
    guard let text = call.query["from"] else { return 0 }
    guard let number = Int(text), number >= 0 else {
      throw InvalidRequest(field: "from", reason: .outside("0 or more"))
    }
    return number
  }
}
