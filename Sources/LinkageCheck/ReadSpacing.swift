import LinkageCore

/// How densely probes read, and were to.
enum ReadSpacing {
  /// The lower median over all reads but the first of each probe; `nil` without any.
  static func median(of history: History) -> Nanoseconds? {
    var last: [StepReference: Instant] = [:]
    var gaps: [Nanoseconds] = []
    for event in history.events {
      guard case .invoked(let invocation) = event.kind, invocation.read != nil,
        let planned = invocation.planned
      else { continue }
      if let before = last.updateValue(planned, forKey: invocation.step), planned > before {
        gaps.append(planned - before)
      }
    }
    return LowerMedian.of(gaps)
  }

  /// From each of some moments to the next; `nil` of fewer than two.
  static func median(of moments: [Instant]) -> Nanoseconds? {
    let moments = moments.sorted()
    return LowerMedian.of(zip(moments, moments.dropFirst()).map { $1 - $0 })
  }
}
