/// Paths as the user sees them, `bundled:…` among them.
enum RelativePath {
  /// The path that `name` means in the file at `path`: beside it, unless it is absolute.
  static func resolve(_ name: String, from path: String) -> String {
    guard !name.hasPrefix("/"), !name.contains(":") else { return name }
    guard let end = path.lastIndex(where: { $0 == "/" || $0 == ":" }) else { return tidy(name) }
    return tidy(path[...end] + name)
  }

  /// Without `.` and without `..` where a folder is known that it leaves.
  private static func tidy(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if part == "..", let last = parts.last, !last.isEmpty, last != "..", !last.hasSuffix(":") {
        parts.removeLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
