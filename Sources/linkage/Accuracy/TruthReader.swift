import Foundation
import LinkageAccuracy
import LinkageReport
import MockKit

/// Follows the truth log of mocks in another process.
struct TruthReader {
  private let client = WireClient(timeout: .seconds(60))
  private let base: String
  private var next = 0
  /// By the id of what became visible; the first time counts.
  private(set) var visible: [String: TrueVisibility] = [:]

  /// - Parameter base: the URL of a server whose process keeps the log.
  init(base: String) {
    self.base = base
  }

  /// Reads what has been added.
  mutating func follow() async throws(Stop) {
    do {
      var request = WireRequest("GET", "/_control/truth?from=\(next)")
      // A whole log in one answer: some hundred bytes for each of 250,000 lines.
      request.longestAnswer = 1 << 30
      let answer = try await client.send(request, to: base)
      guard answer.status == 200 else { throw Self.failure("answered \(answer.status)") }
      let decoder = JSONDecoder()
      for line in answer.body.split(separator: UInt8(ascii: "\n")) {
        add(try decoder.decode(TruthEntry.self, from: line))
        next += 1
      }
    } catch let stop as Stop {
      throw stop
    } catch {
      throw Self.failure("\(error)")
    }
  }

  func close() { client.close() }

  private mutating func add(_ entry: TruthEntry) {
    guard entry.stage == .visible, visible[entry.entity] == nil else { return }
    visible[entry.entity] = TrueVisibility(
      notBefore: Int64(entry.notBefore ?? entry.nanoseconds), notAfter: Int64(entry.nanoseconds))
  }

  private static func failure(_ reason: String) -> Stop {
    .complaint(
      .bug(detail: "the truth log of the mocks cannot be read: \(reason)"), .internalError)
  }
}
