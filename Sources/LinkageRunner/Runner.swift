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
    for (url, platform) in addresses {
      if let failure = await transport.reach(url, timeout: .seconds(5)) {
        found.append(Unreachable(platform: platform, url: url, failure: failure))
      }
    }
    return found
  }

  /// Runs every scenario, some at a time, on the transport's own executor.
  ///
  /// When the task is cancelled, what runs is interrupted, its `finally` steps still run, and the
  /// history ends as it should.
  package func run() async {
    let limits = InFlightLimit.all(of: plan)
    await withTaskGroup(of: Void.self) { group in
      var waiting = plan.scenarios.indices.makeIterator()
      for _ in 0..<max(options.parallel, 1) {
        guard let index = waiting.next() else { break }
        start(index, limits, in: &group)
      }
      while await group.next() != nil {
        if let index = waiting.next(), !Task.isCancelled { start(index, limits, in: &group) }
      }
    }
    let end = RunEnd(wasInterrupted: Task.isCancelled, lateness: await transport.lateness())
    sink.append(Event(at: transport.now(), kind: .runEnded(end)))
  }

  private func start(
    _ index: Int, _ limits: [String: InFlightLimit], in group: inout TaskGroup<Void>
  ) {
    group.addTask(executorPreference: transport.executor) {
      var journey = Journey(
        index: index, scenario: plan.scenarios[index], transport: transport, sink: sink,
        options: options, limits: limits)
      await journey.run()
    }
  }

  /// Each address once, with the first platform that uses it.
  private var addresses: [(url: String, platform: String)] {
    var seen: Set<String> = []
    var addresses: [(url: String, platform: String)] = []
    for scenario in plan.scenarios {
      let used = Set(scenario.steps.flatMap { $0.operation.requests.map(\.platform) })
      for platform in scenario.target.platforms where used.contains(platform.name) {
        if seen.insert(platform.base).inserted {
          addresses.append((platform.base, platform.name))
        }
      }
    }
    return addresses
  }
}
