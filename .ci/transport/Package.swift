// swift-tools-version: 6.2
import PackageDescription

// The loop of requests that is measured beside the one in plain C; no part of the program. The
// modules are links to the program's own, so that nothing else need be fetched or built.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "transport",
  platforms: [.macOS(.v15)],
  targets: [
    library("Values", []),
    library("CEL", ["Values"]),
    library("LinkageCore", ["Values", "CEL"]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    library("LinkageTransport", ["Values", "CEL", "LinkageCore", "CCurl", "CZlib"]),
    .executableTarget(
      name: "Loop", dependencies: ["LinkageCore", "LinkageTransport"], swiftSettings: settings),
  ],
  cLanguageStandard: .gnu2x
)
