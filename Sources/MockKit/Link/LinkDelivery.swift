import Foundation

/// What came of one attempt to deliver an event.
enum LinkDelivery: Sendable, Equatable {
  case accepted
  /// The receiver wants no more.
  case gone
  case failed(reason: String, retryAfter: Duration?)

  init(_ answer: WireAnswer) {
    switch answer.status {
    case 200..<300: self = .accepted
    case 410: self = .gone
    default:
      let seconds = answer.header("retry-after").flatMap { Int64($0) }
      self = .failed(
        reason: "answered \(answer.status)", retryAfter: seconds.map { .seconds(max(0, $0)) })
    }
  }
}
