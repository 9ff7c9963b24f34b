import Values

/// The parts of timestamps, in UTC or a named zone, and of durations.
enum TimeFunctions {
  static let all: [StandardFunction] = [
    part("getFullYear", { civil, _ in civil.year }),
    part("getMonth", { civil, _ in Int64(civil.month - 1) }),
    part("getDate", { civil, _ in Int64(civil.day) }),
    part("getDayOfMonth", { civil, _ in Int64(civil.day - 1) }),
    part("getDayOfWeek", { civil, _ in Int64(civil.dayOfWeek) }),
    part("getDayOfYear", { civil, _ in Int64(civil.dayOfYear) }),
    part("getHours", { civil, _ in Int64(civil.hour) }, ofSpan: { $0.seconds / 3600 }),
    part("getMinutes", { civil, _ in Int64(civil.minute) }, ofSpan: { $0.seconds / 60 }),
    part("getSeconds", { civil, _ in Int64(civil.second) }, ofSpan: { $0.seconds }),
    part(
      "getMilliseconds", { _, nanoseconds in Int64(nanoseconds / 1_000_000) },
      ofSpan: { Int64($0.nanoseconds / 1_000_000) }),
  ]

  private static let ofTimes: [Signature] = [
    .takes(.timestamp, giving: .int), .takes(.timestamp, .string, giving: .int),
  ]

  private static func part(
    _ name: String, _ ofTime: @escaping @Sendable (CivilTime, Int32) -> Int64,
    ofSpan: (@Sendable (TimeSpan) -> Int64)? = nil
  ) -> StandardFunction {
    StandardFunction(
      name, ofSpan == nil ? ofTimes : ofTimes + [.takes(.duration, giving: .int)], receiver: true
    ) { (arguments, budget) throws(Problem) in
      switch (arguments[0], arguments.dropFirst().first) {
      case (.timestamp(let time), nil):
        return .int(ofTime(CivilTime(secondsSinceEpoch: time.seconds), time.nanoseconds))
      case (.timestamp(let time), .string(let name)):
        try budget.spend(256)
        guard let offset = TimeZones.offset(of: name, at: time.seconds) else {
          throw .because(.unknownTimeZone(name))
        }
        let civil = CivilTime(secondsSinceEpoch: time.seconds + Int64(offset))
        return .int(ofTime(civil, time.nanoseconds))
      case (.duration(let span), nil):
        guard let ofSpan else { throw .noOverload }
        return .int(ofSpan(span))
      default:
        throw .noOverload
      }
    }
  }
}
