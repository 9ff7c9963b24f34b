// swift-tools-version: 6.2
import PackageDescription

// A tool that answers for the statistics; it is no part of the program. The modules are links to the
// program's own, so that nothing else need be fetched or built.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "statistics",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Values", swiftSettings: settings),
    .target(name: "LinkageStatistics", swiftSettings: settings),
    .executableTarget(
      name: "Batch", dependencies: ["Values", "LinkageStatistics"], swiftSettings: settings),
  ])
