import LinkageCore
import LinkageScenario

/// The files of a run, read and sorted by what they are.
struct Suite {
  var scenarios: [SourceInput] = []
  var contract: SourceInput?
  var target: SourceInput?
  /// The bundled mocks are started for it.
  var needsMocks = false
}

/// Finds and reads the files that a run is made of.
struct SuiteLoader {
  var world: World
  /// As given on the command line.
  var paths: [String]
  var contract: String?
  var target: String?

  /// Either whole or a list of all that is wrong.
  func load() throws(Diagnostics) -> Suite {
    var found: [SourceInput] = []
    var problems: [Diagnostic] = []
    for path in paths.isEmpty ? [standardFolder] : paths {
      do throws(Diagnostics) {
        found += try files(at: path)
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems: problems, sources: []) }
    return try suite(of: found)
  }

  /// Without paths: the folder's own scenarios, else the bundled suite.
  private var standardFolder: String {
    Disk.isFolder(Disk.absolute("scenarios", in: world.folder)) ? "scenarios" : Self.bundledFolder
  }

  private static let bundledFolder = BundledFiles.prefix + "scenarios"

  private func suite(of found: [SourceInput]) throws(Diagnostics) -> Suite {
    var suite = Suite()
    let folderPaths = paths.isEmpty ? [standardFolder] : paths
    for file in found {
      switch ScenarioDiscovery.kind(of: file.text) {
      case .contract, .target, .flow, .gate: continue
      // Unknown files named outright are scenarios with something wrong.
      default: suite.scenarios.append(file)
      }
    }
    suite.needsMocks = try chooseTarget(for: &suite, folderPaths)
    suite.contract = try chooseContract(found, folderPaths, suite)
    return suite
  }

  // MARK: Files

  private func files(at path: String) throws(Diagnostics) -> [SourceInput] {
    if path.hasPrefix(BundledFiles.prefix) { return try bundled(path) }
    let absolute = Disk.absolute(path, in: world.folder)
    guard Disk.isFolder(absolute) else { return [try read(path)] }
    var files: [SourceInput] = []
    for name in try walk(path) {
      let file = try read(name)
      if ScenarioDiscovery.kind(of: file.text) != nil { files.append(file) }
    }
    guard !files.isEmpty else { throw Self.failure(.emptyFolder(path: path)) }
    return files
  }

  private func bundled(_ path: String) throws(Diagnostics) -> [SourceInput] {
    let inside = String(path.dropFirst(BundledFiles.prefix.count))
    let names = BundledFiles.paths.filter {
      ($0 == inside || $0.hasPrefix(inside + "/")) && $0.hasSuffix(".yaml")
    }
    guard !names.isEmpty else { throw Self.failure(.missingFile(path: path)) }
    return names.compactMap { name in
      BundledFiles.text(name).map { SourceInput(path: BundledFiles.prefix + name, text: $0) }
    }
  }

  private func walk(_ path: String) throws(Diagnostics) -> [String] {
    var files: [String] = []
    for name in try names(in: path) {
      let full = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      if Disk.isFolder(Disk.absolute(full, in: world.folder)) {
        files += try walk(full)
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        files.append(full)
      }
    }
    return files
  }

  private func names(in path: String) throws(Diagnostics) -> [String] {
    do throws(Disk.Failure) {
      return try Disk.list(Disk.absolute(path, in: world.folder))
    } catch {
      throw Self.failure(.unreadableFile(path: path, reason: error.reason))
    }
  }

  private func read(_ path: String) throws(Diagnostics) -> SourceInput {
    do throws(Disk.Failure) {
      let bytes = try Disk.read(Disk.absolute(path, in: world.folder))
      return SourceInput(path: path, text: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Self.failure(
        error.isMissing
          ? .missingFile(path: path) : .unreadableFile(path: path, reason: error.reason))
    }
  }

  private static func failure(_ problem: Problem) -> Diagnostics {
    Diagnostics(problems: [Diagnostic(problem: problem, place: nil)], sources: [])
  }

  // MARK: Target and contract

  /// Whether the bundled mocks are wanted: `--target mock`, or no target for scenarios that need one.
  private func chooseTarget(
    for suite: inout Suite, _ folders: [String]
  ) throws(Diagnostics) -> Bool {
    guard let target else {
      if suite.scenarios.allSatisfy(bringsItsPlatforms) { return false }
      suite.target = try mockTarget(folders)
      return true
    }
    if target == "mock" {
      suite.target = try mockTarget(folders)
      return true
    }
    suite.target = try read(path(ofTarget: target, folders))
    return false
  }

  private func bringsItsPlatforms(_ scenario: SourceInput) -> Bool {
    ScenarioDiscovery.topKeys(of: scenario.text).contains("platforms")
  }

  private func mockTarget(_ folders: [String]) throws(Diagnostics) -> SourceInput? {
    let path = path(ofTarget: "mock", folders)
    if Disk.exists(Disk.absolute(path, in: world.folder)) { return try read(path) }
    return try bundled(BundledFiles.prefix + "scenarios/targets/mock.yaml").first
  }

  /// A name stands for a file in `targets/` of the suite's folder.
  private func path(ofTarget name: String, _ folders: [String]) -> String {
    if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return name }
    let candidates = folders.map { "\($0)/targets/\(name).yaml" } + ["targets/\(name).yaml"]
    return candidates.first { Disk.exists(Disk.absolute($0, in: world.folder)) } ?? candidates[0]
  }

  private func chooseContract(
    _ found: [SourceInput], _ folders: [String], _ suite: Suite
  ) throws(Diagnostics) -> SourceInput? {
    if let contract { return try read(contract) }
    if let own = found.first(where: { ScenarioDiscovery.kind(of: $0.text) == .contract }) {
      return own
    }
    for folder in parents(of: suite.scenarios.first?.path ?? "") {
      let path = folder.isEmpty ? "contract.yaml" : "\(folder)/contract.yaml"
      if Disk.exists(Disk.absolute(path, in: world.folder)) { return try read(path) }
    }
    guard suite.needsMocks else { return nil }
    return try bundled(BundledFiles.prefix + "scenarios/contract.yaml").first
  }

  /// The folders above a file, nearest first, as far as its path goes.
  private func parents(of path: String) -> [String] {
    if path.hasPrefix(BundledFiles.prefix) { return [] }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var folders: [String] = []
    while !parts.isEmpty {
      folders.append(parts.joined(separator: "/"))
      parts = parts.dropLast()
    }
    return folders
  }
}
