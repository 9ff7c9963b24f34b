import Foundation
import LinkageScenario

/// The JSON Schemas of the checkout, and a validator for them.
enum Schemas {
  static let kinds: [FileKind] = [.scenario, .flow, .target, .contract, .gate]

  static func file(_ kind: FileKind) -> URL? {
    Repository.scenarios?.appending(path: "schema/\(kind.rawValue).schema.json")
  }

  static func object(_ kind: FileKind) -> [String: Any] {
    guard let file = file(kind), let data = try? Data(contentsOf: file),
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [:] }
    return object
  }

  struct Item {
    var kind: FileKind
    /// `nil` asks whether the schema itself is one.
    var text: String?
  }

  /// Whether Python has what the validator needs.
  static let canValidate = (try? errors(of: [])) != nil

  /// What is wrong with each of the items.
  static func errors(of items: [Item]) throws -> [[String]] {
    let input: [[String: Any]] = items.map { item in
      ["schema": file(item.kind)?.path ?? "", "text": item.text ?? NSNull()]
    }
    let script = Repository.cases.appending(path: "schema/validate.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path]
    let (given, taken) = (Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = taken
    process.standardError = FileHandle.nullDevice
    try process.run()
    // It reads all before it writes anything.
    try? given.fileHandleForWriting.write(
      contentsOf: JSONSerialization.data(withJSONObject: input))
    try? given.fileHandleForWriting.close()
    let output = try taken.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode([[String]].self, from: output)
  }
}
