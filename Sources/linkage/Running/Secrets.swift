/// What the environment gives to `env.NAME` and `secret.NAME`.
enum Secrets {
  private static let prefix = "LINKAGE_SECRET_"

  static func all(of world: World) -> [String: String] {
    var secrets: [String: String] = [:]
    for (name, value) in world.environment where name.hasPrefix(prefix) {
      secrets[String(name.dropFirst(prefix.count))] = value
    }
    return secrets
  }

  /// The environment without what is secret in it.
  static func environment(of world: World) -> [String: String] {
    world.environment.filter { !$0.key.hasPrefix(prefix) }
  }

  /// An argument in which no secret stands, nor a URL's user and password.
  static func hide(_ argument: String, in world: World) -> String {
    if all(of: world).values.contains(where: { !$0.isEmpty && argument.contains($0) }) {
      return "‹secret›"
    }
    guard let scheme = argument.firstRange(of: "://"),
      let at = argument[scheme.upperBound...].firstIndex(of: "@")
    else { return argument }
    return argument[..<scheme.upperBound] + "‹secret›" + argument[at...]
  }
}
