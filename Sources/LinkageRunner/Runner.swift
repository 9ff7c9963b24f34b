package import LinkageCore

/// Executes a plan and writes down what happened.
package struct Runner: Sendable {
  private let plan: Plan
  private let transport: any Transport
  private let sink: any HistorySink
  private let options: RunOptions

  package init(
    plan: Plan, transport: any Transport, sink: any HistorySink, options: RunOptions
  ) {
    self.plan = plan
    self.transport = transport
    self.sink = sink
    self.options = options
  }

  /// A platform on which nobody listens.
  package struct Unreachable: Sendable, Equatable {
    package var platform: String
    package var url: String
    package var failure: TransportFailure
  }

  /// Opens one connection to each address that the plan speaks to and sends nothing.
  package func unreachable() async -> [Unreachable] {
    var found: [Unreachable] = []
    for platform in addresses {
      let failure = await transport.reach(
        platform.base, by: platform.connection, timeout: .seconds(5))
      if let failure {
        found.append(
          Unreachable(platform: platform.name, url: platform.base, failure: failure))
      }
    }
    return found
  }

  /// Runs every scenario, some at a time, on the transport's own executor.
  ///
  /// When the task is cancelled, what runs is interrupted, its `finally` steps still run, and the
  /// history ends as it should.
  package func run() async {
    let limits = AddressLimit.all(of: plan)
    var queue = ScenarioQueue(plan.scenarios, parallel: options.parallel)
    await withTaskGroup(of: Int.self) { group in
      while let index = queue.next() { start(index, limits, in: &group) }
      while let ended = await group.next() {
        queue.end(ended)
        while !Task.isCancelled, let index = queue.next() { start(index, limits, in: &group) }
      }
    }
    let end = RunEnd(wasInterrupted: Task.isCancelled, lateness: await transport.lateness())
    sink.append(Event(at: transport.now(), kind: .runEnded(end)))
  }

  private func start(
    _ index: Int, _ limits: [String: AddressLimit], in group: inout TaskGroup<Int>
  ) {
    group.addTask(executorPreference: transport.executor) {
      var journey = Journey(
        index: index, scenario: plan.scenarios[index], transport: transport, sink: sink,
        options: options, limits: limits)
      await journey.run()
      return index
    }
  }

  /// Each address once, as the first platform that uses it.
  private var addresses: [Target.Platform] {
    var seen: Set<String> = []
    return plan.scenarios.flatMap { scenario in
      let used = Set(
        scenario.allSteps.flatMap(\.operations).flatMap { $0.requests.map(\.platform) })
      return scenario.target.platforms.filter {
        used.contains($0.name) && seen.insert($0.base).inserted
      }
    }
  }
}
