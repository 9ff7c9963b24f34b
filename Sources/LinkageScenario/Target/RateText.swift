import LinkageCore

/// `50/s`, `600/min`, `1000/h`.
enum RateText {
  static let expected = "50/s, 600/min, 1000/h"

  static func read(_ text: String) -> Target.Rate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let unit = units[String(parts[1])], parts[0].utf8.count <= 7,
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(parts[0]),
      count > 0
    else { return nil }
    return Target.Rate(count: count, per: unit)
  }

  private static let units: [String: Nanoseconds] = [
    "s": .seconds(1), "min": .seconds(60), "h": .seconds(3600),
  ]
}
