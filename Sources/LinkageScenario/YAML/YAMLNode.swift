/// A node of a YAML document with where it stands, as offsets into its file's UTF-8.
struct YAMLNode: Sendable {
  var content: Content
  /// A scalar with its quotes; of a list or mapping only the first character.
  var range: Range<Int>
  /// In `{ }` or `[ ]`, where a comma ends a plain scalar.
  var isInFlow = false

  indirect enum Content: Sendable {
    case scalar(YAMLScalar)
    case list([YAMLNode])
    case mapping([YAMLEntry])
    /// Something whose problem has been reported already.
    case broken
  }
}

struct YAMLEntry: Sendable {
  var key: YAMLNode
  var value: YAMLNode
}

struct YAMLScalar: Sendable {
  var text: String
  var isPlain: Bool
  /// Where the text stands letter by letter in the file; `nil` when it is spelled otherwise there
  /// (escapes, folded lines, blocks).
  var textOffset: Int?
}

extension YAMLNode {
  /// The text of a scalar of any style.
  var scalarText: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }

  var isBroken: Bool {
    if case .broken = content { true } else { false }
  }

  /// A plain scalar with nothing in it: what `key:` alone has as its value.
  var isAbsent: Bool {
    if case .scalar(let scalar) = content { scalar.isPlain && scalar.text.isEmpty } else { false }
  }

  /// The word for what it is in messages.
  var kindName: String {
    switch content {
    case .scalar(let scalar): PlainValue(scalar).typeName
    case .list: "list"
    case .mapping: "mapping"
    case .broken: "nothing"
    }
  }
}
