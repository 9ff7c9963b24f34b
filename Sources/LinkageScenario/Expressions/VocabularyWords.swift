/// Names with what each stands for.
///
/// Each of many steps has a copy with names of its own, so copies share all but what came last.
struct VocabularyWords: Sendable {
  private final class Layer: Sendable {
    let words: [String: Shape]
    init(_ words: [String: Shape]) { self.words = words }
  }

  /// Older ones first, each at least twice as large as the next: there are few of them.
  private var layers: [Layer] = []
  private var recent: [String: Shape]

  private static let limit = 24

  init(_ words: [String: Shape] = [:]) { recent = words }

  subscript(name: String) -> Shape? {
    if let shape = recent[name] { return shape }
    for layer in layers.reversed() {
      if let shape = layer.words[name] { return shape }
    }
    return nil
  }

  var names: Set<String> {
    layers.reduce(into: Set(recent.keys)) { $0.formUnion($1.words.keys) }
  }

  /// How many names a change of a copy copies.
  var copied: Int { recent.count }

  /// In how many places a name is looked for.
  var looked: Int { layers.count + 1 }

  /// For good: what copies have in common.
  mutating func add(_ name: String, _ shape: Shape) {
    recent[name] = shape
    if recent.count > Self.limit { settle() }
  }

  /// For a copy that will not last.
  mutating func merge(_ words: [String: Shape]) { recent.merge(words) { $1 } }

  private mutating func settle() {
    var words = recent
    while let last = layers.last, last.words.count < 2 * words.count {
      words.merge(last.words) { newer, _ in newer }
      layers.removeLast()
    }
    layers.append(Layer(words))
    recent = [:]
  }
}
