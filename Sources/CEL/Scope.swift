public import Values

/// What the names in an expression stand for. Copying one and adding a name cost little.
public struct Scope: Sendable {
  /// Names added one by one, each hiding earlier ones of the same name.
  private final class Link: Sendable {
    let name: String
    let value: Value
    let next: Link?
    let length: Int

    init(_ name: String, _ value: Value, next: Link?) {
      self.name = name
      self.value = value
      self.next = next
      length = (next?.length ?? 0) + 1
    }
  }

  /// A chain longer than this becomes part of the dictionary.
  private static let chainLimit = 24

  private var variables: [String: Value]
  private var chain: Link?
  public let functions: Functions
  /// Whether a name with a dot exists, which makes `a.b` ambiguous and is rare.
  private(set) var hasDottedNames: Bool

  public init(variables: [String: Value] = [:], functions: Functions = .standard) {
    self.variables = variables
    self.functions = functions
    hasDottedNames = variables.keys.contains { $0.utf8.contains(UInt8(ascii: ".")) }
  }

  /// The value of a name; nil when there is none.
  public subscript(name: String) -> Value? {
    var link = chain
    while let current = link {
      if current.name == name { return current.value }
      link = current.next
    }
    return variables[name]
  }

  /// This scope with one more name, which hides an older one.
  public func with(_ name: String, _ value: Value) -> Scope {
    var result = self
    result.chain = Link(name, value, next: chain)
    if name.utf8.contains(UInt8(ascii: ".")) { result.hasDottedNames = true }
    if let length = result.chain?.length, length > Self.chainLimit { result.flatten() }
    return result
  }

  public func with(_ variables: [String: Value]) -> Scope {
    variables.reduce(self) { $0.with($1.key, $1.value) }
  }

  /// All names, in alphabetical order.
  public var names: [String] {
    var names = Set(variables.keys)
    var link = chain
    while let current = link {
      names.insert(current.name)
      link = current.next
    }
    return names.sorted()
  }

  private mutating func flatten() {
    var added: [Link] = []
    var link = chain
    while let current = link {
      added.append(current)
      link = current.next
    }
    for link in added.reversed() { variables[link.name] = link.value }
    chain = nil
  }
}
