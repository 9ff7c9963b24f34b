import Foundation
import MockKit

/// A request as a command line to copy. What is masked in it must be put in again.
struct CurlLine: Sendable {
  /// curl sends these by itself, and each server knows its own name.
  private static let left: Set<String> = [
    "host", "content-length", "connection", "accept-encoding", "user-agent", "traceparent",
  ]

  let text: String

  init(_ entry: JournalEntry, at base: String) {
    var words = ["curl", "-i"]
    if entry.call.method != "GET" { words += ["-X", entry.call.method] }
    words.append(Self.quoted(base + entry.target))
    for header in entry.requestHeaders where !Self.left.contains(header.name) {
      words += ["-H", Self.quoted("\(header.name): \(header.value)")]
    }
    if !entry.call.body.isEmpty {
      words += ["--data-raw", Self.quoted(SecretMask.text(entry.call.body))]
    }
    text = words.joined(separator: " ")
  }

  /// As a shell takes it, whatever is in it.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
  }
}
