import LinkageCore

/// Reads `limits`: what a platform bears, and for how long it is waited for.
struct LimitsReader {
  static let keys = [
    "rate", "in_flight", "connections", "timeout", "connect", "idle", "answer",
  ]

  let settings: SettingReader

  func limits(_ node: YAMLNode?) -> LimitsModel {
    guard let fields = Fields(node, "limits", keys: Self.keys, reader: settings.reader) else {
      return LimitsModel()
    }
    return LimitsModel(
      rate: settings.parsed(fields, "rate", expected: RateText.expected, RateText.read),
      inFlight: settings.count(fields, "in_flight", in: 1...10_000),
      connections: settings.count(fields, "connections", in: 1...10_000),
      timeout: settings.duration(fields, "timeout"),
      connect: settings.duration(fields, "connect"), idle: settings.duration(fields, "idle"),
      answer: answer(fields))
  }

  private func answer(_ fields: Fields) -> Setting<Int>? {
    let size = settings.parsed(fields, "answer", expected: SizeText.expected, SizeText.read)
    guard let value = size?.value, !SizeText.range.contains(value) else { return size }
    let problem = Problem.invalidValue(
      owner: "answer", found: fields["answer"]?.scalarText ?? "", expected: SizeText.limits)
    settings.reader.report(problem, at: fields.target("answer"))
    return nil
  }
}
