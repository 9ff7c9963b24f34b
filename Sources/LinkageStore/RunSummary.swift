package import LinkageCore

/// One line in a list of runs.
package struct RunSummary: Sendable, Hashable {
  package var id: String
  /// Milliseconds since 1970 in UTC.
  package var startedWall: Int64
  package var state: RunState
  /// `nil` for a run that was not judged.
  package var judgement: Judgement?

  package init(id: String, startedWall: Int64, state: RunState, judgement: Judgement?) {
    self.id = id
    self.startedWall = startedWall
    self.state = state
    self.judgement = judgement
  }
}

package enum RunState: String, Sendable, Hashable {
  case running, finished
  /// Stopped before its end, by a user or because its process went away.
  case interrupted
}
