import ArgumentParser
import LinkageCore
import LinkageReport
import MockKit

/// How long changes take to the other side, as people write it.
struct LatencyArgument: Sendable {
  var latency: LinkLatency
  /// As it was written.
  var text: String

  init(_ text: String) throws {
    self.text = text
    do throws(LinkLatencyError) {
      latency = try LinkLatency(text)
    } catch {
      throw ValidationError(LatencyWords.sentence(error))
    }
  }

  /// `300 ms`, or the distribution as it is written.
  var shown: String {
    if case .fixed(let length) = latency { return DurationText.text(Nanoseconds(length)) }
    return "\(latency)"
  }
}
