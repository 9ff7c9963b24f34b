/// `GET /_control/truth`: the truth log, one JSON object a line.
struct TruthHandler: Handler {
  let truth: TruthLog

  func answer(_ call: Call) async throws -> Reply {
    Reply(
      status: 200, contentType: "application/x-ndjson", body: try truth.ndjson())
  }
}
