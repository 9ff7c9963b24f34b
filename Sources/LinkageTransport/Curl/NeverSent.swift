import LinkageCore

extension HTTPExchange {
  /// An exchange that ended before it began.
  static func never(_ failure: TransportFailure, at moment: Instant) -> HTTPExchange {
    HTTPExchange(result: .failure(failure), sent: moment, received: moment, phases: .zero)
  }

  static func never(
    _ kind: TransportFailure.Kind, _ detail: String, at moment: Instant
  ) -> HTTPExchange {
    never(TransportFailure(kind: kind, wasSent: false, detail: detail), at: moment)
  }
}
