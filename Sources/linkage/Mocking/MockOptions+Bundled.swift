import MockKit
import Mocks

extension MockOptions {
  /// With the data that the binary carries.
  static var bundled: MockOptions {
    var options = MockOptions(seedData: BundledFiles.bytes("mocks/seed.json") ?? [])
    let folder = "mocks/openapi/"
    for path in BundledFiles.paths where path.hasPrefix(folder) {
      options.openAPI[String(path.dropFirst(folder.count))] = BundledFiles.bytes(path)
    }
    return options
  }

  /// For a set inside this process, beside others.
  static func onFreePorts(seed: UInt64) -> MockOptions {
    var options = MockOptions.bundled
    for name in MockServerName.allCases { options.ports[name] = 0 }
    options.seed = seed
    return options
  }
}
