import LinkageCore
import MockKit
import Mocks

extension Plan {
  /// Speaks to these addresses instead of those of the target file.
  mutating func redirect(to addresses: [String: String]) {
    scenarios = scenarios.map { $0.with(target: $0.target.redirected(to: addresses)) }
    for index in outline.platforms.indices {
      if let base = addresses[outline.platforms[index].name] {
        outline.platforms[index].base = base
      }
    }
  }
}

extension Target {
  /// The same target with the platforms of these names at other addresses.
  func redirected(to addresses: [String: String]) -> Target {
    var target = self
    target.platforms = platforms.map { platform in
      addresses[platform.name].map { platform.with(base: $0) } ?? platform
    }
    return target
  }
}

extension Plan {
  /// Leaves no password in what is kept of it, but remembers of each connection's which of the run's
  /// secrets they are.
  mutating func hidePasswords(by fingerprint: @escaping (String) -> String) {
    for index in outline.sources.indices {
      outline.sources[index].text = Secrets.withoutPasswords(outline.sources[index].text)
    }
    let platforms = scenarios.flatMap(\.target.platforms)
    for index in outline.platforms.indices {
      let name = outline.platforms[index].name
      guard let platform = platforms.first(where: { $0.name == name }) else { continue }
      outline.platforms[index].connection = ConnectionOutline(
        platform.connection.settings, fingerprint: fingerprint)
    }
  }
}

extension MockSet {
  /// By the names that the bundled target gives the platforms.
  var addresses: [String: String] {
    Dictionary(uniqueKeysWithValues: urls.map { ($0.key.rawValue, $0.value) })
  }
}
