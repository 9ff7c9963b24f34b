import Foundation

/// Runs programs of `Clients/` with the libraries that `.ci/clients` has installed.
struct PythonClient {
  struct Ended {
    let status: Int32
    let output: String
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let unreachable: Int32 = 75

  private let interpreter: String

  /// - Returns: nothing where PyPI cannot be reached.
  static func prepare() async throws -> PythonClient? {
    let made = try await run(repository.appending(path: ".ci/clients").path, [])
    guard made.status != unreachable else { return nil }
    let path = made.output.split(separator: "\n").last.map(String.init) ?? ""
    guard made.status == 0, !path.isEmpty else { throw Failure(text: made.output) }
    return PythonClient(interpreter: path)
  }

  struct Failure: Error {
    let text: String
  }

  func run(_ program: String, _ arguments: [String]) async throws -> Ended {
    let path = Self.repository.appending(path: "Tests/MocksTests/Clients/\(program)").path
    return try await Self.run(interpreter, [path] + arguments)
  }

  /// What it prints goes through a file, so that nobody waits at a pipe's end.
  private static func run(_ program: String, _ arguments: [String]) async throws -> Ended {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try FileHandle(forWritingTo: file)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
    return Ended(status: status, output: try String(contentsOf: file, encoding: .utf8))
  }
}
