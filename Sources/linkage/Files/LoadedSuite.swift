import LinkageCore
import LinkageFunctions
import LinkageReport
import LinkageScenario

/// The files of a suite and the plan that they make.
struct LoadedSuite {
  var suite: Suite
  var plan: Plan
  /// How many scenarios were left out for being tagged `load`.
  var leftOut = 0
  /// The ids of all scenarios found, chosen or not.
  var scenarios: [String] = []

  /// All that a run checks before its first request.
  ///
  /// - Parameter takesFlows: whether flows or gates without any scenario are something to work on.
  static func load(
    _ options: SuiteOptions, _ selection: SelectionOptions, _ results: ResultsOptions,
    _ coverage: CoverageOptions? = nil, takesFlows: Bool = false, by printer: Printer
  ) throws(Stop) -> LoadedSuite {
    let last = try lastFailures(selection, results, printer)
    var loaded = try load(options, in: printer.world)
    loaded.scenarios = Set(loaded.plan.scenarios.map(\.id)).sorted()
    let hasParts = !loaded.suite.flows.isEmpty || !loaded.suite.gates.isEmpty
    if takesFlows, loaded.plan.scenarios.isEmpty, hasParts { return loaded }
    if loaded.plan.scenarios.isEmpty, !loaded.suite.kinds.isEmpty {
      throw .complaint(
        .noScenario(kinds: loaded.suite.kinds.map(\.rawValue).sorted()), .inconclusive)
    }
    let chosen = Selection(selection, last, loaded.suite)
    loaded.leftOut = chosen.leftOut(of: loaded.plan)
    try chosen.apply(to: &loaded.plan)
    if coverage?.requireAll == true { try loaded.plan.requireAll() }
    return loaded
  }

  private static func load(_ options: SuiteOptions, in world: World) throws(Stop) -> LoadedSuite {
    let suite = try SuiteLoader(
      world: world, paths: options.paths, contract: options.contract, target: options.target
    ).load()
    do throws(Diagnostics) {
      return LoadedSuite(suite: suite, plan: try PlanLoader.load(request(suite, in: world)))
    } catch {
      guard options.target == nil, suite.needsMocks else { throw .invalid(error) }
      if let told = withoutMocks(error, suite.targets) { throw .invalid(told) }
      let isForeign = error.problems.contains { isForeignName($0.problem) }
      throw .invalid(error, hint: isForeign ? .noTarget : nil)
    }
  }

  /// One problem in the place of those that the bundled mocks' target has with the user's contract;
  /// `nil` where it has none.
  private static func withoutMocks(
    _ found: Diagnostics, _ targets: [String]
  ) -> Diagnostics? {
    let own = found.problems.filter { $0.place?.path.hasPrefix(BundledFiles.prefix) != true }
    guard own.count < found.problems.count else { return nil }
    let told = Diagnostic(problem: .mocksDoNotFit(targets: targets), place: nil)
    return Diagnostics(problems: [told] + own, sources: found.sources)
  }

  /// Whether a name is like none of the target's: no mistyped one, but another system's.
  private static func isForeignName(_ problem: Problem) -> Bool {
    switch problem {
    case .unknownOperation(_, nil, _), .unknownPlatform(_, nil, _),
      .operationNotInContract(_, nil), .missingTarget:
      true
    default: false
    }
  }

  private static func request(_ suite: Suite, in world: World) -> PlanRequest {
    let folder = world.folder
    let bytes: @Sendable (String) -> [UInt8]? = { path in
      if path.hasPrefix(BundledFiles.prefix) {
        return BundledFiles.bytes(String(path.dropFirst(BundledFiles.prefix.count)))
      }
      return try? Disk.read(Disk.absolute(path, in: folder))
    }
    return PlanRequest(
      scenarios: suite.scenarios, contract: suite.contract, target: suite.target,
      // Without a target nobody can tell whether a flow that nothing uses is right.
      flows: suite.target == nil ? [] : suite.flows,
      file: { path in bytes(path).map { String(decoding: $0, as: UTF8.self) } }, bytes: bytes,
      environment: Secrets.environment(of: world), secrets: Secrets.all(of: world),
      faults: suite.needsMocks ? OwnMocks.faults : [],
      functions: HostFunctions.all)
  }

  private static func lastFailures(
    _ selection: SelectionOptions, _ results: ResultsOptions, _ printer: Printer
  ) throws(Stop) -> LastFailures? {
    guard selection.lastFailed else { return nil }
    let last = try LastFailures.load(from: ResultsFolder(results.results, in: printer.world))
    guard !last.names.isEmpty else {
      throw .complaint(.nothingFailed(run: last.run), .inconclusive)
    }
    let names = last.names.joined(separator: ", ")
    printer.write(
      Words.pick(
        "did not pass in \(last.run): \(names)\n", "在 \(last.run) 中没有通过：\(names)\n"))
    return last
  }
}
