import LinkageCore

/// A sign and a colour beside every word.
extension CaseVerdict.Status {
  var sign: String {
    switch self {
    case .passed: "✔"
    case .failed: "✘"
    case .errored: "?"
    case .skipped: "-"
    case .interrupted: "!"
    }
  }

  var role: Style.Role {
    switch self {
    case .passed: .success
    case .failed: .failure
    case .errored, .interrupted: .undecided
    case .skipped: .quiet
    }
  }
}

extension Judgement {
  var role: Style.Role {
    switch self {
    case .pass: .success
    case .fail: .failure
    case .unknown: .undecided
    }
  }
}
