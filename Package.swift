// swift-tools-version:6.2
import PackageDescription

/// Every target in the order of the layers, lowest first; imports go downward only (Tests/LayersTests).
let targets: [Target] = [
  .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .systemLibrary(name: "CSystemCalls"),
  .target(name: "Values"),
  .target(
    name: "Hashing", dependencies: ["Values", .product(name: "Crypto", package: "swift-crypto")]),
  .target(name: "XML", dependencies: ["Values", "CLibXML2"]),
  .target(name: "JSON", dependencies: ["Values"]),
  .target(name: "YAML", dependencies: ["Values", .product(name: "Yams", package: "Yams")]),
  .target(name: "Requests", dependencies: ["Values", "JSON", "XML"]),
  .target(name: "Records", dependencies: ["Values", "JSON", "XML"]),
  .target(name: "Bundles", dependencies: ["Values", "Hashing", "JSON", "CZlib"]),
  .target(name: "Stages", dependencies: ["Values", "Hashing", "Requests", "Records", "Policy", "Bundles"]),
  .target(name: "Host", dependencies: ["Values", "Hashing", "CSystemCalls"]),
  .target(
    name: "Ledger", dependencies: ["Values", .product(name: "GRDB", package: "GRDB.swift")]),
  .target(name: "Daemon", dependencies: ["Values", "Host", "Ledger"]),
  .testTarget(name: "RecordsTests", dependencies: ["Records", "Values", "XML"]),
  .target(name: "Policy", dependencies: ["Values", "YAML", "Requests", "Records"]),
  .testTarget(name: "BundlesTests", dependencies: ["Bundles", "Values"]),
  .testTarget(name: "JSONTests", dependencies: ["JSON", "Values"]),
  .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
  .testTarget(name: "LedgerTests", dependencies: ["Ledger", "Values"]),
  .testTarget(name: "ValuesTests", dependencies: ["Values"]),
]

let package = Package(
  name: "chartgate",
  platforms: [.macOS(.v15)],
  dependencies: [
    // SHA-256, and later the keys: kept by Apple, the same API as CryptoKit.
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    // Pipelines, categories and configuration: a tree with line and column.
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    // The ledger: SQLite with a pool, prepared statements and errors by code.
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
  ],
  targets: targets,
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .strictMemorySafety(),
    .treatWarning("StrictMemorySafety", as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
  ]
}
