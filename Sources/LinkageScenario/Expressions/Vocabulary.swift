import CEL

/// The names that an expression may use at its place.
struct Vocabulary: Sendable {
  private var words: VocabularyWords
  /// The ids of all steps of the scenario, for advice.
  var steps: [String] = []

  init(_ words: [String: Shape]) { self.words = VocabularyWords(words) }

  subscript(name: String) -> Shape? { words[name] ?? Self.types[name] }

  /// The type of a variable; `nil` where there is none of that name.
  func type(of name: String) -> StaticType? { words[name]?.type }

  var names: [String] { words.names.sorted() }

  /// Whether something is called so, beyond CEL's types.
  func has(_ name: String) -> Bool { words[name] != nil }

  /// Those that have a value by then.
  var ready: [String] {
    names.filter {
      switch words[$0] {
      case .later, .beside, .group: false
      default: true
      }
    }
  }

  func adding(_ name: String, _ shape: Shape) -> Vocabulary {
    adding([name: shape])
  }

  func adding(_ words: [String: Shape]) -> Vocabulary {
    var result = self
    result.words.merge(words)
    return result
  }

  mutating func add(_ name: String, _ shape: Shape) { words.add(name, shape) }

  /// CEL's types are values.
  private static let types: [String: Shape] = Dictionary(
    uniqueKeysWithValues: [
      "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
      "google",
    ].map { ($0, Shape.any) })
}

extension Vocabulary {
  /// What an operation sees of an answer.
  static let http = Shape.typed(
    "http",
    [
      "status": .int, "headers": .map(key: .string, value: .dyn),
      "cookies": .map(key: .string, value: .string), "body": .dyn, "text": .string,
      "url": .string, "ms": .double,
    ])

  /// What is known everywhere.
  static func everywhere(_ library: Library) -> Vocabulary {
    var vocabulary = loadTime(library)
    vocabulary.add("run", .typed("run", ["id": .string, "seed": .string]))
    vocabulary.add("now", .value(.timestamp))
    vocabulary.add("round", .value(.int))
    return vocabulary
  }

  /// What has its value while files are read.
  static func loadTime(_ library: Library) -> Vocabulary {
    var vocabulary = Vocabulary([
      "env": .variables(kind: "env", names: Set(library.environment.keys)),
      "secret": .variables(kind: "secret", names: Set(library.secrets.keys)),
    ])
    if let row = library.row { vocabulary.add("row", row.shape) }
    return vocabulary
  }
}
