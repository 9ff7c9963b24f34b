/// A file that took part in a run: what excerpts in messages are cut from.
public struct SourceFile: Sendable, Hashable, Codable {
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
