import LinkageCore

enum EnglishSpellingWords {
  static func headline(_ problem: SpellingProblem) -> String {
    switch problem {
    case .notUTF8(let path, let offset, _):
      "`\(path)` is not UTF-8: the byte at offset \(offset) is part of no character"
    case .strangeFile: "cannot tell what kind of file this is"
    case .otherKind(let path, let found, let expected):
      "`\(path)` is a \(found), and a \(expected) is needed here"
    case .fullWidth(let found, _): "\(name(found)) is full-width and means nothing to YAML"
    case .commentedOut(let text): "` \(text)` is a comment to YAML, so there is no value here"
    case .referenceAsText(let text): "`\(text)` is a text here, not the value of that name"
    case .invalidLabel(let name, true): "`\(name)` cannot be the name of a scenario or flow"
    case .invalidLabel(let name, false): "`\(name)` cannot be a name"
    }
  }

  static func advice(_ problem: SpellingProblem) -> String {
    switch problem {
    case .notUTF8(_, _, let guess?): "it looks like \(guess.rawValue): save it as UTF-8"
    case .notUTF8: "save it as UTF-8; a file that is not linkage's belongs outside this folder"
    case .strangeFile(_, let nearest?):
      "begin it with `\(nearest):`, or move it out of this folder if it is not linkage's"
    case .strangeFile:
      "correct its first key, or move the file out of this folder if it is not linkage's"
    case .otherKind(_, let found, let expected):
      "name a \(expected): a file with the key `\(expected):`, and not `\(found):`"
    case .fullWidth(_, let plain): "write \(Self.plain(plain))"
    case .commentedOut(let text): "put it in quotes: \(NameSuggestion.quoted(text))"
    case .referenceAsText(let text): "write \"${\(text)}\""
    case .invalidLabel(let name, let isScenario):
      "call it `\(NameSuggestion.label(for: name, isScenario: isScenario))`"
    }
  }

  static func expected(_ problem: SpellingProblem) -> String? {
    switch problem {
    case .invalidLabel(_, true): "letters, digits, `-`, `_` and `.`, with a letter or digit first"
    case .invalidLabel(_, false): "letters, digits, `-` and `_`, with a letter first"
    case .strangeFile: "a file with one of the keys scenario, contract, target, flow, gate"
    default: nil
    }
  }

  private static func name(_ character: String) -> String {
    character == "\u{3000}" ? "this space" : "`\(character)`"
  }

  private static func plain(_ character: String) -> String {
    switch character {
    case " ": "a plain space"
    case ",": "`,` with a space after it"
    case ":": "`:` with a space after it"
    default: "`\(character)`"
    }
  }
}
