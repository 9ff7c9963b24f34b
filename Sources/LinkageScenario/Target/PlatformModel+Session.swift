import CEL
import LinkageCore

extension PlatformModel {
  /// Reports what the headers of its session wait for while only other platforms keep it.
  func checkSession(_ sessions: SessionNames, _ problems: ProblemList) {
    for located in session?.headers.flatMap(\.value.expressions) ?? [] {
      for reference in located.expression.references {
        guard reference.path.count >= 2, reference.path[0] == "session" else { continue }
        let others = sessions.platforms(setting: reference.path[1])
        guard !others.isEmpty, !others.contains(name) else { continue }
        problems.report(
          .target(.sessionOfOthers(name: reference.path[1], platform: name, others: others)),
          at: located.place)
      }
    }
  }
}

extension Template {
  /// Every expression in it.
  var expressions: [Located] {
    switch self {
    case .constant: []
    case .value(let located): [located]
    case .text(let pieces):
      pieces.compactMap { if case .value(let located) = $0 { located } else { nil } }
    case .list(let items): items.flatMap(\.expressions)
    case .map(let entries): entries.flatMap(\.value.expressions)
    }
  }
}
