package import LinkageCore

/// Executes a plan and writes down what happened.
package struct Runner: Sendable {
  private let plan: Plan
  private let lanes: [any Transport]
  private let lateness: @Sendable () async -> RunEnd.Lateness?
  private let sink: any HistorySink
  private let options: RunOptions

  package init(
    plan: Plan, transport: any TransportGroup, sink: any HistorySink, options: RunOptions
  ) {
    self.plan = plan
    lanes = transport.lanes
    lateness = transport.lateness
    precondition(!lanes.isEmpty, "a group has at least one lane")
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
      let failure = await lanes[0].reach(
        platform.base, by: platform.connection, timeout: .seconds(5))
      if let failure {
        found.append(
          Unreachable(platform: platform.name, url: platform.base, failure: failure))
      }
    }
    return found
  }

  /// Runs every scenario, some at a time, each on the executor of one lane.
  ///
  /// When the task is cancelled, what runs is interrupted, its `finally` steps still run, and the
  /// history ends as it should.
  package func run() async {
    let limits = AddressLimit.all(of: plan.scenarios)
    var queue = ScenarioQueue(
      plan.scenarios, parallel: options.parallel, isolates: options.ownSystem != nil)
    var load = LaneLoad(count: lanes.count)
    await withTaskGroup(of: Ended.self) { group in
      while let index = queue.next() { start(index, on: load.next(), limits, in: &group) }
      while let ended = await group.next() {
        queue.end(ended.index)
        load.end(ended.lane)
        while !Task.isCancelled, let index = queue.next() {
          start(index, on: load.next(), limits, in: &group)
        }
      }
    }
    let end = RunEnd(wasInterrupted: Task.isCancelled, lateness: await lateness())
    sink.append(Event(at: lanes[0].now(), kind: .runEnded(end)))
  }

  /// A scenario that is over, and the lane it ran on.
  private typealias Ended = (index: Int, lane: Int)

  private func start(
    _ index: Int, on lane: Int, _ limits: [String: AddressLimit],
    in group: inout TaskGroup<Ended>
  ) {
    group.addTask(executorPreference: lanes[lane].executor) {
      await run(index, on: lane, limits)
      return (index, lane)
    }
  }

  private func run(_ index: Int, on lane: Int, _ limits: [String: AddressLimit]) async {
    let scenario = plan.scenarios[index]
    guard let open = options.ownSystem, scenario.changesSystem else {
      var journey = journey(index, scenario, on: lane, limits)
      return await journey.run()
    }
    await run(index, on: lane, in: await open(scenario))
  }

  private func run(_ index: Int, on lane: Int, in system: OwnSystem) async {
    var journey = journey(index, system.scenario, on: lane, AddressLimit.all(of: [system.scenario]))
    if let problem = system.problem {
      journey.cannotRun(problem)
    } else {
      await journey.run()
    }
    await system.close()
  }

  @inline(never)
  private func journey(
    _ index: Int, _ scenario: Scenario, on lane: Int, _ limits: [String: AddressLimit]
  ) -> Journey {
    Journey(
      index: index, scenario: scenario, transport: lanes[lane], sink: sink,
      options: options, limits: limits)
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
