import LinkageAccuracy

struct EnglishAccuracyWords: AccuracyWords {
  func head(version: String, spacing: String, inFlight: Int, seed: UInt64) -> String {
    """
    linkage \(version) measures mocks in another process, which note when each change truly became
    visible. Reads \(spacing) apart or more, \(inFlight) journeys at a time, seed \(seed).

    """
  }

  func explained(_ meaning: String) -> String { "  (\(meaning))" }

  func label(_ label: AccuracyLabel) -> String {
    switch label {
    case .truth: "true latency"
    case .inside: "coverage"
    case .knownWithin: "truth known to"
    case .width: "interval width"
    case .reads: "reads"
    case .notSeen: "not seen"
    case .unmeasured: "not measured"
    }
  }

  func column(_ column: AccuracyColumn) -> String {
    switch column {
    case .rule: "the latency is taken to be"
    case .reads: "reads"
    case .bias: "bias"
    case .median: "error p50"
    case .high: "p95"
    case .highest: "p99"
    case .sampleMedian: "sample p50"
    case .sampleHigh: "sample p95"
    }
  }

  func rule(_ estimator: Estimator, every: String) -> String {
    switch estimator {
    case .middle: "linkage: the interval's middle"
    case .firstHit: "poller, every \(every): the first read with it"
    case .lastMiss: "Jepsen set-full, same reads: the last without"
    }
  }

  func inside(_ inside: Int, of writes: Int) -> String {
    "\(inside) of \(writes) intervals contain the truth"
  }

  func knownWithin(_ median: String, atMost: String, whollyInside: Int) -> String {
    "\(median) (median), \(atMost) at worst; all of that inside \(whollyInside) intervals"
  }

  func spacing(asked: String, reached: String) -> String {
    "\(asked) apart at least, \(reached) in fact (median)"
  }

  func lateness(p50: String, p99: String) -> String {
    "; timers late by \(p50) (p50), \(p99) (p99)"
  }

  var notTrusted: String { "; too busy a machine: run it with nothing beside it" }

  func censored(_ count: Int) -> String { "\(count), by the deadline of 10 s" }

  func unmeasured(_ count: Int) -> String {
    "\(count) writes, as their journeys failed"
  }

  func violation(_ entity: String, measured: String, truth: String) -> String {
    "! \(entity): measured \(measured), in truth \(truth)"
  }

  func missing(_ entity: String) -> String { "! \(entity): measured, but unknown to the truth log" }

  func more(_ count: Int) -> String { "! and \(count) more" }

  func verdict(writes: Int, inside: Int, missing: Int, unmeasured: Int) -> String {
    let wrong = writes - inside - missing
    if wrong > 0 { return "FAIL  \(wrong) of \(writes) intervals do not contain the truth" }
    if missing > 0 { return "FAIL  the truth log does not know \(missing) of \(writes) writes" }
    if unmeasured > 0 {
      return "INCONCLUSIVE  \(unmeasured) writes were not measured; "
        + "\(inside) of \(writes) intervals contain the truth"
    }
    return "PASS  all \(writes) intervals contain the truth"
  }

  var interrupted: String { "\nInterrupted: the last latency is left out.\n" }
}
