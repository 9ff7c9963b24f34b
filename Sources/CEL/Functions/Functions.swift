/// The functions that an expression may call: CEL's standard library and host functions.
public struct Functions: Sendable {
  struct Key: Hashable, Sendable {
    let name: String
    let receiver: Bool
  }

  /// Host functions that were added together. A layer never changes, so that many scopes share what
  /// is the same in all of them.
  private final class Layer: Sendable {
    let hosted: [Key: [HostFunction]]
    /// What stands before the first dot of a name.
    let namespaces: Set<Substring>
    let below: Layer?

    init(_ functions: some Sequence<HostFunction>, on below: Layer?) {
      var hosted: [Key: [HostFunction]] = [:]
      var namespaces: Set<Substring> = []
      for function in functions {
        let key = Key(name: function.name, receiver: function.receiver)
        hosted[key, default: []].insert(function, at: 0)
        guard !function.receiver, let dot = function.name.firstIndex(of: ".") else { continue }
        namespaces.insert(function.name[..<dot])
      }
      self.hosted = hosted
      self.namespaces = namespaces
      self.below = below
    }
  }

  private var top: Layer?
  private(set) var subject: (any HostFunction.Subject)?

  private init(_ top: Layer?, subject: (any HostFunction.Subject)? = nil) {
    self.top = top
    self.subject = subject
  }

  /// CEL's standard functions with the `strings` and `encoders` extensions.
  public static let standard = Functions(nil)

  /// These functions and one more, which hides others of the same name, arity and kind, standard
  /// ones too.
  public func adding(_ function: HostFunction) -> Functions { adding([function]) }

  /// Each hides those before it, as if they were added one by one.
  public func adding(_ functions: some Sequence<HostFunction>) -> Functions {
    Functions(Layer(functions, on: top), subject: subject)
  }

  /// The same functions, working on this.
  public func on(_ subject: any HostFunction.Subject) -> Functions {
    Functions(top, subject: subject)
  }

  /// Every name that can be called, dotted ones whole.
  public var names: [String] {
    var names = Set(StandardFunction.names)
    forEachLayer { names.formUnion($0.hosted.keys.map(\.name)) }
    return names.sorted()
  }

  /// Whether there are functions whose names begin like this dotted one.
  func hasNamespace(of name: String) -> Bool {
    let first = name.firstIndex(of: ".").map { name[..<$0] } ?? name[...]
    var isFound = false
    forEachLayer { isFound = isFound || $0.namespaces.contains(first) }
    return isFound
  }

  /// The ones added last come first.
  func hosted(_ name: String, receiver: Bool) -> [HostFunction]? {
    let key = Key(name: name, receiver: receiver)
    var found: [HostFunction]?
    forEachLayer { layer in
      guard let more = layer.hosted[key] else { return }
      found = found.map { $0 + more } ?? more
    }
    return found
  }

  /// The one added last comes first.
  private func forEachLayer(_ body: (Layer) -> Void) {
    var layer = top
    while let current = layer {
      body(current)
      layer = current.below
    }
  }
}
