import Values

extension Parser {
  /// A call, a macro's variable, or a path: a free name and the fields that follow it. True when an
  /// operand is complete.
  mutating func name(isAbsolute: Bool) throws(ParseError) -> Bool {
    let token = current
    let name = text(token)
    guard !Token.reserved.contains(name) else {
      throw ParseError(kind: .reservedWord(name), range: token.range)
    }
    advance()
    if current.kind == .mark(.leftParenthesis) {
      return try openFunction(name, at: token.range)
    }
    if !isAbsolute, let local = locals.lastIndex(of: name) {
      program.emit(.local(local), token.range)
      push(.reference, token.range, firstPart: program.parts.count)
    } else {
      try path(from: name, at: token.range)
    }
    return true
  }

  private mutating func path(from name: String, at range: Range<Int>) throws(ParseError) {
    var names = [name]
    var ranges = [range]
    while current.kind == .mark(.dot), peek(1).kind.isFieldName,
      peek(2).kind != .mark(.leftParenthesis) || peek(1).kind == .quotedIdentifier
    {
      advance()
      ranges.append(current.range)
      names.append(try fieldName())
    }
    let path = Program.Path(names: names, ranges: ranges, type: Self.type(named: names))
    program.paths.append(path)
    program.emit(.path(program.paths.count - 1), path.range)
    let isReceiver = current.kind == .mark(.dot)
    references.append(Reference(path: names, range: path.range, isReceiver: isReceiver))
    push(.reference, path.range, firstPart: program.parts.count)
  }

  private static let types: Set<String> = [
    "null_type", "bool", "int", "uint", "double", "string", "bytes", "list", "map", "type",
    "google.protobuf.Timestamp", "google.protobuf.Duration",
  ]

  private static func type(named names: [String]) -> (name: String, length: Int)? {
    if types.contains(names[0]) { return (names[0], 1) }
    let name = names.prefix(3).joined(separator: ".")
    return types.contains(name) ? (name, 3) : nil
  }
}

extension Token.Kind {
  var isFieldName: Bool { self == .identifier || self == .quotedIdentifier }
}
