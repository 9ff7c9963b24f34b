// swift-tools-version: 6.2
import PackageDescription

// Tools that measure and try the expressions; they are no part of the program.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let expressions: [Target.Dependency] = [
  .product(name: "CEL", package: "linkage"), .product(name: "Values", package: "linkage"),
]

let package = Package(
  name: "expressions",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "linkage", path: "../..")],
  targets: [
    .executableTarget(name: "Batch", dependencies: expressions, swiftSettings: settings),
    .executableTarget(name: "Fuzz", dependencies: expressions, swiftSettings: settings),
    .executableTarget(name: "Bench", dependencies: expressions, swiftSettings: settings),
  ])
