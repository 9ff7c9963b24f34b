extension JSONError: CustomStringConvertible {
  public var description: String { "line \(line), column \(column): \(message)" }

  /// The error in English, without its place.
  public var message: String {
    switch kind {
    case .unexpectedEnd: "the JSON text ends too early"
    case .unexpected(let found, let expected): "found \(found), expected \(expected.words)"
    case .invalidNumber: "this is no JSON number"
    case .numberOutOfRange: "this number is too large"
    case .invalidEscape: "this is no JSON escape sequence"
    case .loneSurrogate: "this escape is half of a surrogate pair"
    case .controlCharacterInString: "a control character in a string must be escaped"
    case .invalidUTF8: "these bytes are no valid UTF-8"
    case .byteOrderMark: "JSON must not start with a byte order mark"
    case .tooDeep(let limit): "lists and maps are nested more than \(limit) deep"
    }
  }
}

extension JSONError.Expected {
  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .keyOrEnd: "a key in double quotes or \"}\""
    case .key: "a key in double quotes"
    case .colon: "\":\""
    case .commaOrEndOfList: "\",\" or \"]\""
    case .commaOrEndOfMap: "\",\" or \"}\""
    case .endOfText: "nothing more"
    }
  }
}
