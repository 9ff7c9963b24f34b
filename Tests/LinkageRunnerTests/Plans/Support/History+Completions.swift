import LinkageCore

extension History {
  /// Every completion with the id of its step.
  var completions: [(step: String, completion: Completion)] {
    events.compactMap { event in
      guard case .completed(let completion) = event.kind else { return nil }
      return (outline.cases[completion.step.case].steps[completion.step.step].id, completion)
    }
  }
}
