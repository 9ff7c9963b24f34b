import LinkageCore

/// Cases that are counted together.
struct JUnitSuite {
  var name: String
  var properties: [JUnitCase.Property] = []
  var cases: [JUnitCase]

  var failures: Int {
    cases.count { if case .failure = $0.result { true } else { false } }
  }

  var errors: Int {
    cases.count { if case .error = $0.result { true } else { false } }
  }

  var skipped: Int {
    cases.count { if case .skipped = $0.result { true } else { false } }
  }

  var time: Nanoseconds { cases.reduce(.zero) { $0 + $1.time } }
}
