import MockKit
import Synchronization

/// What the platform thinks of a content.
struct Verdict: Sendable, Codable, Equatable {
  enum Suggestion: String, Sendable, Codable {
    case pass, review, risky
  }

  /// What the content must hold.
  let contains: String
  let suggest: Suggestion
  /// 100 is normal, 10001 advertising, 20001 politics, 20002 pornography, 20003 abuse, 20006 crime, 20008
  /// fraud, 20012 vulgarity, 20013 copyright, 21000 something else.
  let label: Int

  static let labels: Set<Int> = [
    100, 10001, 20001, 20002, 20003, 20006, 20008, 20012, 20013, 21000,
  ]
}

/// What contents are to be thought of.
final class VerdictBook: Sendable {
  struct State {
    var verdicts: [Verdict] = []
    var checks = 0
  }

  private let state = Mutex(State())

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// The newest first.
  var verdicts: [Verdict] { state.withLock(\.verdicts) }

  /// Replaces the one of the same text.
  func add(_ verdict: Verdict) {
    state.withLock { state in
      state.verdicts.removeAll { $0.contains == verdict.contains }
      state.verdicts.insert(verdict, at: 0)
    }
  }

  func clear() {
    state.withLock { $0.verdicts = [] }
  }

  /// The first whose text any of the texts holds.
  func find(in texts: [String]) -> Verdict? {
    verdicts.first { verdict in texts.contains { $0.contains(verdict.contains) } }
  }

  /// The number of this check.
  func count() -> Int {
    state.withLock { state in
      state.checks += 1
      return state.checks
    }
  }
}
