// swift-tools-version: 6.2
import PackageDescription

// Tools that measure and try the expressions; they are no part of the program. The modules are links
// to the program's own, so that nothing else need be fetched or built.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func tool(_ name: String) -> Target {
  .executableTarget(name: name, dependencies: ["Values", "CEL"], swiftSettings: settings)
}

let package = Package(
  name: "expressions",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Values", swiftSettings: settings),
    .target(name: "CEL", dependencies: ["Values"], swiftSettings: settings),
    tool("Batch"), tool("Fuzz"), tool("Bench"),
  ])
