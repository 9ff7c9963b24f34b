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

  /// Which secret each fingerprint stands for; of several with one value the first by name.
  static func names(
    in world: World, by fingerprint: (String) -> String
  ) -> [String: String]? {
    let secrets = all(of: world).filter { $0.value.utf8.count >= 4 }
    guard !secrets.isEmpty else { return nil }
    return Dictionary(
      secrets.sorted { $0.key < $1.key }.map { (fingerprint($0.value), $0.key) },
      uniquingKeysWith: { first, _ in first })
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
    return withoutPasswords(argument)
  }

  /// Every `user:password@` of a URL as dots, so that what stands behind it keeps its column.
  static func withoutPasswords(_ text: String) -> String {
    text.replacing(#/(://)([^\s/"']+)(?=@)/#) { match in
      match.output.1 + String(repeating: "•", count: match.output.2.count)
    }
  }
}
