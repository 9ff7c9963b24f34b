import LinkageCore

extension Journey {
  /// What is still broken is healed first. Then the scenario's own `finally`, which may need what
  /// flows made; then what flows left, last begun first. Cleaning up is not cancelled with the run: it gets a task of its own.
  @inline(never)
  mutating func cleanUp() async {
    await setting.faults.healAll()
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
    await cleanUp(own)
    await cleanUpFlows()
  }

  private mutating func cleanUpFlows() async {
    while let last = cleanups.indices.max(by: { cleanups[$0].began < cleanups[$1].began }) {
      let cleanup = cleanups.remove(at: last)
      let outer = frame
      frame = cleanup.frame
      await cleanUp(cleanup.steps)
      frame = outer
    }
  }

  /// Each on its own: one that fails leaves the others to be done.
  private mutating func cleanUp(_ steps: [Step]) async {
    for step in steps { _ = await perform(step) }
  }
}
