import LinkageCore
import LinkageReport
import LinkageScenario

/// The files of a run, read and sorted by what they are.
struct Suite {
  var scenarios: [SourceInput] = []
  var contract: SourceInput?
  var target: SourceInput?
  /// The bundled mocks are started for it.
  var needsMocks = false
  /// What is chosen in a file by a line, by its path: a row of `matrix`, or `nil` for all of it.
  var rows: [String: [Int?]] = [:]
  /// What kinds of files there are.
  var kinds: Set<FileKind> = []
  /// Targets that `--target` could name.
  var targets: [String] = []
  /// Nobody named files, and the folder has none of its own.
  var isBundled = false
  /// Files that were named themselves, not by a folder.
  var named: Set<String> = []
  /// What was named on the command line; empty where the whole suite was meant.
  var folders: [String] = []
  /// Files of other kinds that the folders hold.
  var flows: [SourceInput] = []
  var gates: [SourceInput] = []
}

/// Finds and reads the files that a run is made of.
struct SuiteLoader {
  var world: World
  /// As given on the command line.
  var paths: [String]
  var contract: String?
  var target: String?

  /// Either whole or all that is wrong.
  func load() throws(Stop) -> Suite {
    let found = try files()
    // Unknown files named outright are scenarios with something wrong.
    var suite = Suite(
      scenarios: found.filter {
        ![.contract, .target, .flow, .gate].contains(ScenarioDiscovery.kind(of: $0.text))
      })
    suite.flows = found.filter { ScenarioDiscovery.kind(of: $0.text) == .flow }
    suite.gates = found.filter { ScenarioDiscovery.kind(of: $0.text) == .gate }
    suite.folders = paths.isEmpty ? [] : folders
    suite.isBundled = folders.allSatisfy { $0.hasPrefix(BundledFiles.prefix) } && paths.isEmpty
    suite.kinds = Set(found.compactMap { ScenarioDiscovery.kind(of: $0.text) })
    try chooseLines(for: &suite)
    try chooseTarget(for: &suite)
    suite.contract = try chooseContract(found, suite)
    return suite
  }

  private var reader: SourceReader { SourceReader(world: world) }

  /// Without paths: the folder's own scenarios, else the bundled suite.
  private var folders: [String] {
    guard paths.isEmpty else { return paths.map { PathArgument($0, in: world).path } }
    let hasOwn = Disk.isFolder(Disk.absolute("scenarios", in: world.folder))
    return [hasOwn ? "scenarios" : BundledFiles.prefix + "scenarios"]
  }

  private func files() throws(Stop) -> [SourceInput] {
    var found: [SourceInput] = []
    var problems = Diagnostics(problems: [], sources: [])
    for path in folders {
      do throws(Diagnostics) {
        // A file that is named twice runs once.
        for file in try reader.files(at: path)
        where !found.contains(where: { $0.path == file.path }) {
          found.append(file)
        }
      } catch {
        problems.problems += error.problems
        problems.sources += error.sources
      }
    }
    guard problems.problems.isEmpty else { throw .invalid(problems) }
    return found
  }

  /// A file named whole beside one of its lines is taken whole.
  private func chooseLines(for suite: inout Suite) throws(Stop) {
    let given = paths.map { PathArgument($0, in: world) }
    suite.named = Set(given.map(\.path)).intersection(suite.scenarios.map(\.path))
    let whole = Set(given.filter { $0.line == nil }.map(\.path))
    for argument in given where !whole.contains(argument.path) {
      guard let line = argument.line,
        let file = suite.scenarios.first(where: { $0.path == argument.path })
      else { continue }
      let count = file.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).count
      guard (1...count).contains(line) else {
        throw .complaint(.noSuchLine(path: argument.path, line: line, lines: count), .invalid)
      }
      suite.rows[argument.path, default: []].append(RowLines(file.text).row(at: line))
    }
  }

  // MARK: Target and contract

  /// The bundled mocks are wanted by `--target mock` and `mock-pages`, and by scenarios (or flows alone) that need a
  /// target and are given none.
  private func chooseTarget(for suite: inout Suite) throws(Stop) {
    let isFlowsAlone = suite.scenarios.isEmpty && !suite.flows.isEmpty
    if target == nil, !isFlowsAlone, suite.scenarios.allSatisfy(bringsItsPlatforms) { return }
    let finder = TargetFinder(world: world, folders: folders)
    let name = target ?? "mock"
    suite.needsMocks = TargetFinder.bundled.contains(name)
    suite.targets = finder.own
    if suite.needsMocks, finder.path(of: name) == nil {
      suite.target = try bundled("scenarios/targets/\(name).yaml")
    } else {
      suite.target = try read(finder.required(name))
    }
  }

  private func bringsItsPlatforms(_ scenario: SourceInput) -> Bool {
    ScenarioDiscovery.topKeys(of: scenario.text).contains("platforms")
  }

  private func chooseContract(
    _ found: [SourceInput], _ suite: Suite
  ) throws(Stop) -> SourceInput? {
    if let contract { return try read(contract) }
    if let own = found.first(where: { ScenarioDiscovery.kind(of: $0.text) == .contract }) {
      return own
    }
    for folder in Folders.above(suite.scenarios.first?.path ?? "") {
      let path = folder + "contract.yaml"
      if Disk.exists(Disk.absolute(path, in: world.folder)) { return try read(path) }
    }
    return suite.needsMocks ? try bundled("scenarios/contract.yaml") : nil
  }

  private func read(_ path: String) throws(Stop) -> SourceInput {
    do throws(Diagnostics) {
      return try reader.read(path)
    } catch {
      throw .invalid(error)
    }
  }

  private func bundled(_ path: String) throws(Stop) -> SourceInput? {
    do throws(Diagnostics) {
      return try reader.bundled(BundledFiles.prefix + path).first
    } catch {
      throw .invalid(error)
    }
  }
}
