import Foundation

/// `results.json` of the newest run.
struct Results {
  /// Since the write was sent, in milliseconds.
  struct Measurement {
    var lower: Double?
    /// `nil` when the change was never seen.
    var upper: Double?
  }

  var text: String
  var judgement: String
  var measurements: [Measurement]
  /// How much each consistency check looked at, and what it found.
  var observed: [String: Int]
  var violations: [String]

  init(_ folder: Folder, in name: String = "results") throws {
    text = try folder.read("\(name)/latest/results.json")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let top = json as? [String: Any] ?? [:]
    judgement = top["judgement"] as? String ?? ""
    let cases = top["cases"] as? [[String: Any]] ?? []
    let steps = cases.flatMap { $0["steps"] as? [[String: Any]] ?? [] }
    let latencies = steps.compactMap {
      ($0["measurement"] as? [String: Any])?["sinceSent"] as? [String: Any]
    }
    measurements = latencies.map {
      Measurement(lower: $0["lowerMs"] as? Double, upper: $0["upperMs"] as? Double)
    }
    let checks = top["checks"] as? [[String: Any]] ?? []
    observed = Dictionary(
      checks.map { ($0["checker"] as? String ?? "", $0["observed"] as? Int ?? 0) },
      uniquingKeysWith: { $1 })
    violations = checks.flatMap { $0["violations"] as? [[String: Any]] ?? [] }
      .map { ($0["message"] as? [String: Any])?["en"] as? String ?? "" }
  }
}
