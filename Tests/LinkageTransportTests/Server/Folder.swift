import Foundation

/// A folder that goes away with the test that made it.
final class Folder: Sendable {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("linkage-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    // Servers that root starts go on as somebody else.
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: url.path)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  /// Empty where there is no such file.
  func lines(of name: String) -> [String] {
    let data = try? Data(contentsOf: url.appendingPathComponent(name))
    return String(decoding: data ?? Data(), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
