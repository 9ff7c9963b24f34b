/// Where something stands in a file: lines and columns count from 1, columns in characters.
public struct Place: Sendable, Hashable, Codable {
  /// The path as the user gave it, or `bundled:…` for a file that the binary carries.
  public var path: String
  public var line: Int
  public var column: Int
  /// How many characters the caret underlines, at least 1.
  public var length: Int

  public init(path: String, line: Int, column: Int, length: Int) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
  }
}
