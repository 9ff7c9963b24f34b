import LinkageReport
import Values

/// Finds the target file that a name stands for: one in `targets/` of the suite's folder.
struct TargetFinder {
  var world: World
  /// The scenario files and folders of the run.
  var folders: [String]

  /// A path is taken as it is; a name must be there.
  func required(_ target: String) throws(Stop) -> String {
    if target.contains("/") || Self.isYAML(target) { return target }
    if let path = path(of: target) { return path }
    let nearest = Nearest.name(to: target, among: known)
    throw .complaint(.unknownTarget(name: target, nearest: nearest, known: known), .invalid)
  }

  func path(of name: String) -> String? {
    candidates.map { "\($0)\(name).yaml" }
      .first { Disk.exists(Disk.absolute($0, in: world.folder)) }
  }

  /// The targets that the program carries, and that start the bundled mocks: their JSON API, and the
  /// website through its pages.
  static let bundled = ["mock", "mock-pages"]

  private var known: [String] { Set(own + Self.bundled).sorted() }

  /// The names of the targets that there are in files.
  var own: [String] {
    let names = candidates.flatMap { (try? Disk.list(Disk.absolute($0, in: world.folder))) ?? [] }
    let targets = names.filter(Self.isYAML).compactMap { $0.split(separator: ".").first }
    return Set(targets.map(String.init)).sorted()
  }

  private var candidates: [String] {
    let inside = folders.filter { Disk.isFolder(Disk.absolute($0, in: world.folder)) }
      .map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return (inside + folders.flatMap(Folders.above) + ["", "scenarios/"]).map { $0 + "targets/" }
  }

  private static func isYAML(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}

/// The folders that a path goes through.
enum Folders {
  /// With a slash at the end, nearest first; the last is "", the folder that linkage runs in.
  static func above(_ path: String) -> [String] {
    if path.hasPrefix(BundledFiles.prefix) { return [] }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folders = parts.indices.reversed().map { parts[...$0].joined(separator: "/") + "/" }
    return path.hasPrefix("/") ? folders : folders + [""]
  }
}
