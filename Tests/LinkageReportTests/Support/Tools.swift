import Foundation

/// Programs that prove a report from outside, where the machine has them.
enum Tools {
  static let xmllint = find("xmllint")
  static let python = find("python3")

  /// The folder of JUnit schemas, kept beside the checkout.
  static let schemas = above("shared/conformance/junit")

  /// The nearest file or folder of that path in a folder above the tests.
  static func above(_ path: String) -> String? {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: path).path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    return nil
  }

  static func canImport(_ module: String) -> Bool {
    guard let python else { return false }
    return (try? run(python, ["-c", "import \(module)"], on: []).status) == 0
  }

  /// Runs a program with a temporary file of these bytes as its last argument.
  static func run(_ program: String, _ arguments: [String], on bytes: [UInt8]) throws
    -> (status: Int32, output: String)
  {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xml")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments + [file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static func find(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
  }
}
