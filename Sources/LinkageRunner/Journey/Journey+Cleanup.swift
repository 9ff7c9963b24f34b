import LinkageCore

extension Journey {
  /// What flows left, last begun first, then the scenario's own `finally`. Cleaning up is not
  /// cancelled with the run: it gets a task of its own.
  mutating func cleanUp() async {
    let own = scenario.steps.filter(\.isFinally)
    guard hasBegun, !own.isEmpty || !cleanups.isEmpty else { return }
    let journey = self
    self = await Task(executorPreference: transport.executor) {
      var copy = journey
      await copy.runCleanups(own)
      return copy
    }.value
  }

  private mutating func runCleanups(_ own: [Step]) async {
    for cleanup in cleanups.sorted(by: { $0.began > $1.began }) {
      let outer = frame
      frame = cleanup.frame
      await cleanUp(cleanup.steps)
      frame = outer
    }
    await cleanUp(own)
  }

  /// Each on its own: one that fails leaves the others to be done.
  private mutating func cleanUp(_ steps: [Step]) async {
    for step in steps { _ = await perform(step) }
  }
}
