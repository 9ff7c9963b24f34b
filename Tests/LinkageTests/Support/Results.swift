import Foundation

/// `results.json` of the newest run.
struct Results {
  struct Measurement: CustomStringConvertible {
    var lower: Double?
    var upper: Double?
    var description: String {
      "\(lower.map(String.init) ?? "?") … \(upper.map(String.init) ?? "?")"
    }
  }

  var text: String
  var judgement: String
  var measurements: [Measurement]

  init(_ folder: Folder, in name: String = "results") throws {
    text = try folder.read("\(name)/latest/results.json")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    judgement = Self.find("judgement", in: json).compactMap { $0 as? String }.first ?? ""
    measurements = Self.find("latencyMs", in: json).compactMap { $0 as? [String: Any] }
      .map { Measurement(lower: $0["lower"] as? Double, upper: $0["upper"] as? Double) }
  }

  /// Every value under a key, wherever it stands; nearest to the top first.
  private static func find(_ key: String, in json: Any) -> [Any] {
    if let object = json as? [String: Any] {
      let here = object[key].map { [$0] } ?? []
      return here + object.filter { $0.key != key }.flatMap { find(key, in: $0.value) }
    }
    if let list = json as? [Any] { return list.flatMap { find(key, in: $0) } }
    return []
  }
}
