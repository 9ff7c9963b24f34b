/// A word of the source.
struct Token: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case identifier
    /// A field name in backquotes.
    case quotedIdentifier
    case int, uint, double
    case string(StringForm)
    case keyword(Keyword)
    case mark(Mark)
    case end
  }

  /// How a string or bytes literal is written.
  struct StringForm: Sendable, Equatable {
    var isRaw = false
    var isBytes = false
    /// Bytes before the text: prefix letters and quotes.
    var opening = 0
    /// Bytes after the text.
    var closing = 0
  }

  enum Keyword: String, Sendable {
    case `true`, `false`, null, `in`
  }

  enum Mark: String, Sendable {
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case dot = "."
    case comma = ","
    case colon = ":"
    case question = "?"
    case not = "!"
    case minus = "-"
    case plus = "+"
    case times = "*"
    case divide = "/"
    case modulo = "%"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and = "&&"
    case or = "||"
  }

  let kind: Kind
  /// Offsets into the source's UTF-8.
  let range: Range<Int>

  /// Names that CEL keeps for the languages that embed it. They may be fields, never variables.
  static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]
}
