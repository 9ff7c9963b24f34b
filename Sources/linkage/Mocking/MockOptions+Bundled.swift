import MockKit
import Mocks

extension MockOptions {
  /// With the data that the binary carries.
  static var bundled: MockOptions {
    var options = MockOptions(seedData: BundledFiles.bytes("mocks/seed.json") ?? [])
    options.openAPI = files(in: "mocks/openapi/")
    options.wechatFiles = files(in: "mocks/wechat/")
    return options
  }

  private static func files(in folder: String) -> [String: [UInt8]] {
    let paths = BundledFiles.paths.filter { $0.hasPrefix(folder) }
    return Dictionary(
      uniqueKeysWithValues: paths.map {
        (String($0.dropFirst(folder.count)), BundledFiles.bytes($0) ?? [])
      })
  }

  /// For a set inside this process, beside others.
  static func onFreePorts(seed: UInt64) -> MockOptions {
    var options = MockOptions.bundled
    for name in MockServerName.allCases { options.ports[name] = 0 }
    options.seed = seed
    return options
  }
}
