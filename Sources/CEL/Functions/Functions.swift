/// The functions that an expression may call: CEL's standard library and host functions.
public struct Functions: Sendable {
  struct Key: Hashable, Sendable {
    let name: String
    let receiver: Bool
  }

  private(set) var hosted: [Key: [HostFunction]] = [:]

  /// CEL's standard functions with the `strings` and `encoders` extensions.
  public static let standard = Functions()

  /// These functions and one more, which hides others of the same name, arity and kind, standard
  /// ones too.
  public func adding(_ function: HostFunction) -> Functions {
    var result = self
    let key = Key(name: function.name, receiver: function.receiver)
    result.hosted[key, default: []].insert(function, at: 0)
    return result
  }

  public func adding(_ functions: some Sequence<HostFunction>) -> Functions {
    functions.reduce(self) { $0.adding($1) }
  }

  /// Every name that can be called, dotted ones whole.
  public var names: [String] {
    Set(hosted.keys.map(\.name)).union(StandardFunction.names).sorted()
  }

  /// Whether there are functions whose names begin like this dotted one.
  func hasNamespace(of name: String) -> Bool {
    guard let first = name.split(separator: ".").first else { return false }
    return hosted.keys.contains { !$0.receiver && $0.name.hasPrefix(first + ".") }
  }

  func hosted(_ name: String, receiver: Bool) -> [HostFunction]? {
    hosted.isEmpty ? nil : hosted[Key(name: name, receiver: receiver)]
  }
}
