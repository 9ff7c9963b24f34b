/// A path of the command line: a file, a folder, or a line in a file as messages print it,
/// `path.yaml:24` or `path.yaml:24:9`.
struct PathArgument {
  var path: String
  var line: Int?

  init(_ argument: String, in world: World) {
    path = argument
    guard !Self.exists(argument, in: world),
      let match = argument.wholeMatch(of: #/(.+?):(\d+)(:\d+)?/#),
      Self.exists(String(match.output.1), in: world), let line = Int(match.output.2)
    else { return }
    path = String(match.output.1)
    self.line = line
  }

  /// Whether there is a file of that name; a folder has no lines.
  private static func exists(_ path: String, in world: World) -> Bool {
    if path.hasPrefix(BundledFiles.prefix) {
      return BundledFiles.paths.contains(String(path.dropFirst(BundledFiles.prefix.count)))
    }
    let absolute = Disk.absolute(path, in: world.folder)
    return Disk.exists(absolute) && !Disk.isFolder(absolute)
  }
}
