/// How flows are named by their files.
enum FlowPath {
  /// How many flows may be used one inside the other.
  static let depthLimit = 8

  /// The file's name without its folder and ending.
  static func name(_ path: String) -> String {
    let file = path.split(separator: "/").last ?? Substring(path)
    return String(file.split(separator: ".").first ?? file)
  }
}
