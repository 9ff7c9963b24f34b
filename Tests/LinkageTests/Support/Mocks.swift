import Foundation

/// Mocks in processes of their own, on free ports.
struct Mocks {
  private let processes: [Running]
  private let urls: [String: String]

  /// All three in one process.
  init(in folder: Folder, _ arguments: [String] = []) async throws {
    let file = "ports-\(UUID().uuidString).json"
    let process = try Running(
      ["mock", "--port", "0", "--ports-file", file] + arguments, in: folder)
    try await eventually("the mocks' addresses") { folder.has(file) || !process.isRunning }
    let json = try JSONSerialization.jsonObject(with: folder.data(file))
    processes = [process]
    urls = json as? [String: String] ?? [:]
  }

  func url(_ name: String) -> String { urls[name] ?? "" }

  /// The bundled target with these addresses.
  func target() throws -> String {
    let path = Binary.repository + "/Tests/LinkageTests/Suite/targets/mock.yaml"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for (name, port) in [("web", 4701), ("mini", 4702), ("wechat", 4703)] {
      text = text.replacingOccurrences(of: "http://127.0.0.1:\(port)", with: url(name))
    }
    return text
  }

  func send(_ signal: Int32) { for process in processes { process.send(signal) } }

  func result() async -> Binary.Result { await processes[0].result() }
}
