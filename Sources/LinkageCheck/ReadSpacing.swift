import LinkageCore

/// How densely the probes of a run were to read.
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
    gaps.sort()
    return gaps.isEmpty ? nil : gaps[(gaps.count - 1) / 2]
  }
}
