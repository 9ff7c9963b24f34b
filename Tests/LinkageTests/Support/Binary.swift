import Foundation

/// The program as a user runs it: a real process in a folder of its own.
struct Binary {
  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  /// The folder that the tests were built into holds the program, too.
  static let path: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("linkage")
      if FileManager.default.isExecutableFile(atPath: candidate.path),
        !isFolder(candidate.path)
      {
        return candidate.path
      }
      folder.deleteLastPathComponent()
    }
    return repository + "/.build/debug/linkage"
  }()

  /// The repository's folder.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Runs it to its end.
  static func run(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:],
    input: String? = nil
  ) async throws -> Result {
    let process = try Running(arguments, in: folder, environment: environment, input: input)
    return await process.result()
  }
}

/// The program while it runs; ends with the test that started it.
final class Running: Sendable {
  private let child: Child
  private let output: URL
  private let errors: URL

  /// - Parameter input: what standard input gives; nothing by default.
  init(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:],
    input: String? = nil
  ) throws {
    output = folder.url.appendingPathComponent(".out-\(UUID().uuidString)")
    errors = folder.url.appendingPathComponent(".err-\(UUID().uuidString)")
    child = try Child(
      [Binary.path] + arguments, in: folder.url.path,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 },
      input: input.map { try Self.file(with: $0, in: folder) }, output: output.path,
      errors: errors.path)
  }

  private static func file(with text: String, in folder: Folder) throws -> String {
    let file = folder.url.appendingPathComponent(".in-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  deinit { child.send(SIGTERM) }

  var outputSoFar: String { text(output) }
  var errorsSoFar: String { text(errors) }
  var isRunning: Bool { child.status == nil }

  func send(_ signal: Int32) { child.send(signal) }

  func result() async -> Binary.Result {
    while true {
      if let code = child.status {
        return Binary.Result(code: code, output: text(output), errors: text(errors))
      }
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  private func text(_ file: URL) -> String {
    (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}

/// A new folder that goes with the test.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("linkage-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  func data(_ name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
  }

  /// Every file below, with its bytes.
  func everything() throws -> [(name: String, bytes: Data)] {
    let names = FileManager.default.enumerator(atPath: url.path)?.allObjects as? [String] ?? []
    return names.compactMap { name in (try? data(name)).map { (name, $0) } }
  }

  /// Copies a suite of three journeys against the bundled mocks here: what runs, counts and prints
  /// suites is tested on it, so that the bundled one may grow.
  func copySuite() throws {
    try FileManager.default.copyItem(
      atPath: Binary.repository + "/Tests/LinkageTests/Suite",
      toPath: url.appendingPathComponent("scenarios").path)
  }

  /// Replaces text in a file, which must be there.
  func change(_ name: String, _ old: String, to new: String) throws {
    let text = try read(name)
    guard text.contains(old) else { throw Missing(text: old, file: name) }
    try write(text.replacingOccurrences(of: old, with: new), to: name)
  }

  struct Missing: Error {
    var text: String
    var file: String
  }
}

/// Waits for something that another process does; gives up after three minutes: a busy machine is slow.
func eventually(_ what: String, _ isTrue: () throws -> Bool) async throws {
  let end = ContinuousClock.now + .seconds(180)
  while ContinuousClock.now < end {
    if (try? isTrue()) == true { return }
    try await Task.sleep(for: .milliseconds(5))
  }
  throw NeverCame(what: what)
}

struct NeverCame: Error { var what: String }
