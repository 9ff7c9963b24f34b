import LinkageCore

/// The last two answered reads of one entity on one platform that do not overlap, after all had had
/// the time to arrive.
struct LastReads {
  var first: Observation
  var second: Observation

  var both: [Observation] { [first, second] }
}

/// An acknowledged write that the last reads do not show.
struct Missing {
  var write: Observation
  /// The field that says so; `nil` where nothing of the entity is there.
  var field: String?
  var facts: [CheckResult.Fact] = []
}
