import LinkageCore

/// The shell variables that stand for a run's secrets, named as they come.
struct CurlVariables {
  /// One that a command line uses.
  struct Variable: Equatable {
    var name: String
    /// Whether it is one of the environment's, by which runs get them.
    var isEnvironment: Bool
    var place: CurlPlace
  }

  /// By fingerprint, what the runs of this environment call it: `LINKAGE_SECRET_` and this.
  private let names: [String: String]
  private var numbered: [String: String] = [:]
  private var count = 0

  init(names: [String: String]) { self.names = names }

  /// Every secret of which only its place is known has a variable of its own.
  mutating func variable(for secret: SecretText.Secret, at place: CurlPlace) -> Variable {
    guard let fingerprint = secret.fingerprint else {
      return Variable(name: next(), isEnvironment: false, place: place)
    }
    // Spelled in a way that no shell here makes: the variable holds it as it is spelled.
    let isForeign = secret.spelling == .other
    if !isForeign, let name = names[fingerprint] {
      return Variable(name: "LINKAGE_SECRET_" + name, isEnvironment: true, place: place)
    }
    let key = isForeign ? "\(fingerprint) \(place)" : fingerprint
    let name = numbered[key] ?? next()
    numbered[key] = name
    return Variable(name: name, isEnvironment: false, place: place)
  }

  private mutating func next() -> String {
    count += 1
    return "SECRET_\(count)"
  }
}
