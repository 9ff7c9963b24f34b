/// The names that an expression may use at its place.
struct Vocabulary: Sendable {
  private(set) var words: [String: Shape]
  /// The ids of all steps of the scenario, for advice.
  var steps: [String] = []

  init(_ words: [String: Shape]) { self.words = words }

  subscript(name: String) -> Shape? { words[name] ?? Self.types[name] }

  var names: [String] { words.keys.sorted() }

  /// Those that have a value by then.
  var ready: [String] {
    names.filter { if case .later? = words[$0] { false } else { true } }
  }

  func adding(_ name: String, _ shape: Shape) -> Vocabulary {
    var result = self
    result.words[name] = shape
    return result
  }

  func adding(_ words: [String: Shape]) -> Vocabulary {
    var result = self
    result.words.merge(words) { $1 }
    return result
  }

  mutating func add(_ name: String, _ shape: Shape) { words[name] = shape }

  /// CEL's types are values.
  private static let types: [String: Shape] = Dictionary(
    uniqueKeysWithValues: [
      "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
      "google",
    ].map { ($0, Shape.any) })
}

extension Vocabulary {
  /// What an operation sees of an answer.
  static let http = Shape.plain(
    "http", ["status", "headers", "cookies", "body", "text", "url", "ms"])

  /// What is known everywhere.
  static func everywhere(_ library: Library) -> Vocabulary {
    Vocabulary([
      "env": .variables(kind: "env", names: Set(library.environment.keys)),
      "secret": .variables(kind: "secret", names: Set(library.secrets.keys)),
      "run": .plain("run", ["id", "seed"]),
      "now": .any,
      "round": .any,
    ])
  }

  /// What a platform's address is made from.
  static func loadTime(_ library: Library) -> Vocabulary {
    Vocabulary(everywhere(library).words.filter { $0.key == "env" || $0.key == "secret" })
  }
}
