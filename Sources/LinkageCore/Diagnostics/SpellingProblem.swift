/// What is wrong with how a file is written down, before anything in it means something.
public enum SpellingProblem: Sendable, Hashable {
  /// `offset` counts the bytes before the first one that fits no character.
  case notUTF8(path: String, offset: Int, guess: TextEncoding?)
  /// A file whose kind cannot be told from how it begins.
  case strangeFile(beginning: String?, nearest: String?)
  /// A file of another kind than the one that is needed where it is named.
  case otherKind(path: String, found: String, expected: String)
  /// A full-width character where YAML or a name needs the plain one.
  case fullWidth(found: String, plain: String)
  /// A value that YAML takes for a comment.
  case commentedOut(text: String)
  /// The name of a value where the value itself is meant.
  case referenceAsText(text: String)
  /// A name that only files use: of a scenario, a platform, an entity, an error.
  case invalidLabel(name: String, isScenario: Bool)
}

/// What a file that is not UTF-8 most likely is.
public enum TextEncoding: String, Sendable, Hashable {
  case utf16 = "UTF-16"
  case gbk = "GBK"
}
