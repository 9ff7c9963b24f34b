// swift-tools-version: 6.2
import PackageDescription

// Measures judging by itself; it is no part of the program. The modules are links to the program's
// own, so that nothing else need be fetched or built.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "judging",
  platforms: [.macOS(.v15)],
  targets: [
    module("Values", []),
    module("CEL", ["Values"]),
    module("LinkageCore", ["Values", "CEL"]),
    module("LinkageStatistics", []),
    module("LinkageCheck", ["Values", "CEL", "LinkageCore", "LinkageStatistics"]),
    .executableTarget(
      name: "Bench", dependencies: ["Values", "LinkageCore", "LinkageCheck"],
      swiftSettings: settings),
  ])
