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
}
