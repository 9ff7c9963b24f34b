import LinkageCore

/// What a platform bears, as far as one file or several say.
struct LimitsModel {
  var rate: Setting<Target.Rate>?
  var inFlight: Setting<Int>?
  var connections: Setting<Int>?
  var timeout: Setting<Nanoseconds>?
  var connect: Setting<Nanoseconds>?
  var idle: Setting<Nanoseconds>?
  /// In bytes.
  var answer: Setting<Int>?

  /// This where it says something, else the base.
  func extending(_ base: LimitsModel) -> LimitsModel {
    LimitsModel(
      rate: rate ?? base.rate, inFlight: inFlight ?? base.inFlight,
      connections: connections ?? base.connections, timeout: timeout ?? base.timeout,
      connect: connect ?? base.connect, idle: idle ?? base.idle, answer: answer ?? base.answer)
  }

  var missing: [ProblemList] {
    [
      rate?.missing, inFlight?.missing, connections?.missing, timeout?.missing,
      connect?.missing, idle?.missing, answer?.missing,
    ].compactMap { $0 }
  }
}
