import LinkageCore

/// Names that stay the same from run to run and in every language, so that a CI can draw trends.
enum JUnitNames {
  /// `scenarios/points/points-parity.yaml` is `scenarios.points.points-parity`.
  static func classname(_ path: String) -> String {
    var parts = path.split { $0 == "/" || $0 == "\\" || $0 == ":" }.map(String.init)
    parts.removeAll { $0 == "." || $0 == ".." }
    guard let file = parts.popLast() else { return "linkage" }
    parts.append(withoutExtension(file))
    return parts.map { $0.map { $0 == "." ? "_" : String($0) }.joined() }.joined(separator: ".")
  }

  /// The ids, with a number behind those that occur again.
  static func unique(_ ids: [String]) -> [String] {
    var taken = Set(ids)
    var last: [String: Int] = [:]
    return ids.map { id in
      guard var number = last[id] else {
        last[id] = 1
        return id
      }
      repeat { number += 1 } while !taken.insert("\(id) #\(number)").inserted
      last[id] = number
      return "\(id) #\(number)"
    }
  }

  private static func withoutExtension(_ file: String) -> String {
    for ending in [".yaml", ".yml"] where file.hasSuffix(ending) && file != ending {
      return String(file.dropLast(ending.count))
    }
    return file
  }
}
