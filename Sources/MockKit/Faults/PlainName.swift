/// Names that fit into a path, a file's name and a line of output: of snapshots and faults.
enum PlainName {
  static let most = 60
  static let expected = FaultText(
    "1 to \(most) letters, digits, '-', '_' or '.', beginning with a letter or digit",
    " 1 到 \(most) 个字母、数字、“-”、“_”或“.”，以字母或数字开头")

  static func isFine(_ name: String) -> Bool {
    let first = name.unicodeScalars.first.map(isPlain) ?? false
    let rest = name.unicodeScalars.allSatisfy { isPlain($0) || "-_.".unicodeScalars.contains($0) }
    return first && rest && name.utf8.count <= most
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }
}
