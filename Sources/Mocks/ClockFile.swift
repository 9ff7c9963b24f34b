import Foundation
import MockKit

/// Keeps how far the clock was moved beside the data, so that a restart finds it as it was.
struct ClockFile: Sendable {
  private struct Content: Codable {
    let offsetMs: Double
  }

  let path: String

  /// Nothing where it was never moved.
  var offset: Duration? {
    guard let bytes = FileManager.default.contents(atPath: path),
      let content = try? JSONDecoder().decode(Content.self, from: bytes)
    else { return nil }
    return .milliseconds(content.offsetMs)
  }

  /// A failing write costs the next start the clock's place and nothing now.
  func keep(_ offset: Duration) {
    let content = Content(offsetMs: offset / .milliseconds(1))
    try? JSONText.data(content).write(to: URL(filePath: path), options: .atomic)
  }
}
