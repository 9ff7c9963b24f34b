import LinkageStatistics
import Values

/// One question and its answer.
struct Question {
  let kind: String
  let value: Value

  init?(_ value: Value) {
    guard let kind = value["ask"]?.stringValue else { return nil }
    self.kind = kind
    self.value = value
  }

  var answer: Value? {
    switch kind {
    case "cumulative": .double(binomial.cumulative(whole("at")))
    case "quantile": .int(Int64(binomial.quantile(number("at"))))
    case "needed": .int(Int64(QuantileRanks.samplesNeeded(for: number("p"))))
    case "ranks": ranks
    case "share": share
    case "turnbull": turnbull
    case "cover": cover
    default: nil
    }
  }

  private var binomial: Binomial { Binomial(trials: whole("n"), probability: number("p")) }

  private var ranks: Value {
    let ranks = QuantileRanks(
      of: number("p"), samples: whole("n"), confidence: number("confidence"))
    return .list([.int(Int64(ranks.lower)), .int(Int64(ranks.upper)), .double(ranks.coverage)])
  }

  private var share: Value {
    let share = Share(samples: whole("n"), least: whole("least"), most: whole("most"))
    return Self.pair(share.interval(confidence: number("confidence")))
  }

  private var turnbull: Value {
    let curve = Turnbull(of: bounds(value["bounds"]))
    let steps = curve.steps.map { step in
      Value.list([
        .int(step.lower), step.upper.map { .int($0) } ?? .null, .double(step.mass),
      ])
    }
    return ["steps": .list(steps), "gap": .double(curve.gap)]
  }

  /// For many samples at once, in how many of them each interval holds the truth.
  private var cover: Value {
    let (p, limit) = (number("p"), Int64(whole("limit")))
    let (truth, share) = (Int64(whole("truth")), number("share"))
    var (quantiles, shares) = (0, 0)
    for sample in value["samples"]?.listValue ?? [] {
      let sorted = SampleQuantile(of: bounds(sample))
      if let interval = sorted.population(at: p), (interval.lower ?? .min) <= truth,
        truth <= interval.upper ?? .max
      {
        quantiles += 1
      }
      if sorted.share(atMost: limit).interval().contains(share) { shares += 1 }
    }
    return .list([.int(Int64(quantiles)), .int(Int64(shares))])
  }

  private func bounds(_ value: Value?) -> [Bounds] {
    (value?.listValue ?? []).compactMap { pair in
      guard let pair = pair.listValue, pair.count == 2, case .int(let lower) = pair[0] else {
        return nil
      }
      if case .int(let upper) = pair[1] { return Bounds(lower: lower, upper: upper, point: nil) }
      return Bounds(lower: lower, upper: nil, point: nil)
    }
  }

  private static func pair(_ range: ClosedRange<Double>) -> Value {
    .list([.double(range.lowerBound), .double(range.upperBound)])
  }

  private func whole(_ key: String) -> Int { Int(number(key)) }

  private func number(_ key: String) -> Double {
    switch value[key] {
    case .int(let number): Double(number)
    case .double(let number): number
    default: 0
    }
  }
}
