// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + strict

/// The foundations that every part may import.
let foundations: [Target.Dependency] = ["Values", "CEL", "LinkageCore"]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let ciphers: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let tls: [Target.Dependency] = [
  .product(name: "HummingbirdCore", package: "hummingbird"),
  .product(name: "HummingbirdTLS", package: "hummingbird"),
  .product(name: "NIOSSL", package: "swift-nio-ssl"),
  .product(name: "X509", package: "swift-certificates"),
  .product(name: "SwiftASN1", package: "swift-asn1"),
]
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")
let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "NIOHTTP1", package: "swift-nio"),
]

let package = Package(
  name: "linkage",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "linkage", targets: ["linkage"]),
    .library(name: "Values", targets: ["Values"]),
    .library(name: "CEL", targets: ["CEL"]),
    .library(name: "LinkageCore", targets: ["LinkageCore"]),
    .library(name: "LinkageStatistics", targets: ["LinkageStatistics"]),
    .library(name: "LinkageCheck", targets: ["LinkageCheck"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
  ],
  targets: [
    // Foundations
    library("Values", []),
    library("CEL", ["Values"]),
    library("LinkageCore", ["Values", "CEL"]),
    library("LinkageStatistics", []),

    // Parts
    library("LinkageScenario", foundations + [yaml]),
    .systemLibrary(
      name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    library("LinkageFunctions", foundations + [crypto, "CXML"]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    library("LinkageTransport", foundations + ["CCurl", "CZlib"]),
    library("LinkageRunner", foundations + ["LinkageStatistics"]),
    library("LinkageCheck", foundations + ["LinkageStatistics"]),
    library("LinkageStore", foundations + [database]),
    library("LinkageReport", foundations),
    library("LinkageAccuracy", foundations),

    // Mocks
    library(
      "MockKit",
      [
        .product(name: "Hummingbird", package: "hummingbird"), database, crypto, ciphers, yaml,
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ] + nio + tls),
    library("MockWebsite", ["MockKit", .product(name: "Mustache", package: "swift-mustache")]),
    library("MockMiniProgram", ["MockKit"]),
    .systemLibrary(
      name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(
      name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg62-turbo-dev"])]),
    library("MockWeChat", ["MockKit", crypto, ciphers, database, "CQRCode", "CJPEG", "CZlib"]),
    library("MockConsole", ["MockKit"]),
    library("MockCounter", ["MockKit", database]),
    library(
      "Mocks",
      [
        "MockKit", "MockWebsite", "MockMiniProgram", "MockWeChat", "MockConsole", "MockCounter",
      ]),

    // Program
    .target(name: "CBundle"),
    .executableTarget(
      name: "linkage",
      dependencies: foundations + [
        "LinkageStatistics", "LinkageScenario", "LinkageFunctions", "LinkageTransport",
        "LinkageRunner", "LinkageCheck", "LinkageStore", "LinkageReport", "LinkageAccuracy",
        "Mocks",
        "CBundle",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests
    tests("ValuesTests", ["Values"]),
    tests("CELTests", ["Values", "CEL"]),
    tests("LinkageStatisticsTests", ["LinkageStatistics"]),
    tests(
      "LinkageScenarioTests",
      foundations + ["LinkageScenario", "LinkageFunctions", "LinkageReport"],
      exclude: ["Cases"]),
    tests("LinkageFunctionsTests", foundations + ["LinkageFunctions"]),
    tests("LinkageTransportTests", foundations + ["LinkageTransport"]),
    tests(
      "LinkageRunnerTests",
      foundations + [
        "LinkageCheck", "LinkageFunctions", "LinkageRunner", "LinkageScenario",
        "LinkageTransport", "MockKit", "Mocks",
      ]),
    tests("LinkageCheckTests", foundations + ["LinkageCheck"]),
    tests("LinkageStoreTests", foundations + ["LinkageStore", database]),
    tests("LinkageReportTests", foundations + ["LinkageReport"], exclude: ["Golden"]),
    tests("LinkageAccuracyTests", foundations + ["LinkageAccuracy"]),
    tests("MockKitTests", ["MockKit"]),
    tests(
      "MocksTests",
      ["Mocks", "MockKit", "MockWebsite", "MockWeChat", database, ciphers, yaml] + nio,
      exclude: ["Clients"]),
    tests(
      "LinkageTests", ["linkage", "CBundle", "LinkageCore", "LinkageStore", "MockKit"],
      exclude: ["Cases", "Golden", "Suite"]),
  ],
  cLanguageStandard: .gnu2x
)
