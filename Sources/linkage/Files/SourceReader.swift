import LinkageCore
import LinkageScenario

/// Reads the files that a user names, or that the binary carries.
struct SourceReader {
  var world: World

  /// One file, or every file of a known kind below a folder.
  func files(at path: String) throws(Diagnostics) -> [SourceInput] {
    if path.isEmpty { throw Self.failure(.missingFile(path: path)) }
    if path.hasPrefix(BundledFiles.prefix) { return try bundled(path) }
    let absolute = Disk.absolute(path, in: world.folder)
    guard Disk.isFolder(absolute) else { return [try read(path)] }
    let files = try read(all: walk(path))
    guard !files.isEmpty else { throw Self.failure(.emptyFolder(path: path)) }
    return files
  }

  /// A file that is dropped in silence is a journey that nobody misses: each must be of some kind.
  private func read(all names: [String]) throws(Diagnostics) -> [SourceInput] {
    var files: [SourceInput] = []
    var found = Diagnostics(problems: [], sources: [])
    for name in names {
      do throws(Diagnostics) {
        let file = try read(name)
        files.append(file)
        guard ScenarioDiscovery.kind(of: file.text) == nil else { continue }
        found.problems.append(ScenarioDiscovery.strange(file.text, path: name))
        found.sources.append(file.file)
      } catch {
        found.problems += error.problems
      }
    }
    if !found.problems.isEmpty { throw found }
    return files
  }

  /// A bundled file, or all below a bundled folder.
  func bundled(_ path: String) throws(Diagnostics) -> [SourceInput] {
    let inside = String(path.dropFirst(BundledFiles.prefix.count))
    let names = BundledFiles.paths.filter {
      ($0 == inside || $0.hasPrefix(inside + "/")) && $0.hasSuffix(".yaml")
    }
    guard !names.isEmpty else { throw Self.failure(.missingFile(path: path)) }
    return names.compactMap { name in
      BundledFiles.text(name).map { SourceInput(path: BundledFiles.prefix + name, text: $0) }
    }
  }

  /// - Parameter outer: the folders that it stands in, as they really are: a link back to one of
  ///   them is not followed.
  private func walk(_ path: String, in outer: [String] = []) throws(Diagnostics) -> [String] {
    let real = Disk.real(Disk.absolute(path, in: world.folder))
    if outer.contains(real) { return [] }
    var files: [String] = []
    for name in try names(in: path) {
      let full = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      if Disk.isFolder(Disk.absolute(full, in: world.folder)) {
        files += try walk(full, in: outer + [real])
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

  func read(_ path: String) throws(Diagnostics) -> SourceInput {
    let bytes = try bytes(of: path)
    if let problem = TextCheck.problem(with: bytes, path: path) {
      throw Diagnostics(problems: [problem], sources: [])
    }
    return SourceInput(path: path, text: String(decoding: bytes, as: UTF8.self))
  }

  private func bytes(of path: String) throws(Diagnostics) -> [UInt8] {
    do throws(Disk.Failure) {
      return try Disk.read(Disk.absolute(path, in: world.folder))
    } catch {
      throw Self.failure(
        error.isMissing
          ? .missingFile(path: path) : .unreadableFile(path: path, reason: error.reason))
    }
  }

  static func failure(_ problem: Problem) -> Diagnostics {
    Diagnostics(problems: [Diagnostic(problem: problem, place: nil)], sources: [])
  }
}
