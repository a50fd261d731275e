// swift-tools-version:6.2
// What this manifest needs. The sources are built and tried with Swift 6.3; older compilers were not.
import PackageDescription

/// Every target in the order of the layers, lowest first; imports go downward only (Tests/LayersTests).
let targets: [Target] = [
  .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .systemLibrary(name: "CSystemCalls"),
  .target(name: "CWall"),
  .target(name: "Threads"),
  .target(name: "Values"),
  .target(
    name: "Hashing", dependencies: ["Values", .product(name: "Crypto", package: "swift-crypto")]),
  .target(name: "XML", dependencies: ["Values", "CLibXML2"]),
  .target(name: "JSON", dependencies: ["Values"]),
  .target(name: "YAML", dependencies: ["Values", .product(name: "Yams", package: "Yams")]),
  .target(
    name: "Requests", dependencies: ["Values", "JSON", "XML"],
    exclude: ["Schemas/request-1.xsd", "Schemas/request-1.schema.json"]),
  .target(name: "Records", dependencies: ["Values", "JSON", "XML"]),
  .target(name: "Policy", dependencies: ["Values", "YAML", "Requests", "Records"]),
  .target(name: "Bundles", dependencies: ["Values", "Hashing", "JSON", "CZlib"]),
  .target(
    name: "Stages",
    dependencies: ["Threads", "Values", "Hashing", "Requests", "Records", "Policy", "Bundles"]),
  .target(name: "Host", dependencies: ["Values", "Hashing", "CSystemCalls", "CWall"]),
  .target(
    name: "Ledger", dependencies: ["Values", "Host", .product(name: "GRDB", package: "GRDB.swift")]),
  .target(
    name: "Configuration",
    dependencies: ["Values", "Hashing", "YAML", "Requests", "Policy", "Stages", "Host"]),
  .target(name: "Worker", dependencies: ["Values", "Hashing", "Requests", "Policy", "Stages", "Host"]),
  .target(
    name: "Daemon",
    dependencies: [
      "Values", "Hashing", "JSON", "Requests", "Policy", "Stages", "Host", "Ledger",
      .product(name: "Logging", package: "swift-log"),
      .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      .product(name: "UnixSignals", package: "swift-service-lifecycle"),
    ]),
  .executableTarget(
    name: "chartgate",
    dependencies: [
      "Values", "Hashing", "JSON", "YAML", "Bundles", "Policy", "Requests", "Records", "Stages", "Host",
      "Ledger", "Configuration", "Worker", "Daemon",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),

  // Scripts/bench-redact: one record a step at a time; never shipped.
  .executableTarget(
    name: "bench-records", dependencies: ["CLibXML2", "Values", "Records", "Requests", "Policy"],
    path: "Benchmarks/Records"),
  // Scripts/bench-wall: packets decided in one process and by workers; never shipped.
  .executableTarget(
    name: "bench-wall",
    dependencies: ["Values", "Hashing", "Host", "Configuration", "Policy", "Stages", "Worker"],
    path: "Benchmarks/Wall"),

  .testTarget(name: "LayersTests"),
  .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
  .testTarget(name: "ValuesTests", dependencies: ["Values"]),
  .testTarget(name: "JSONTests", dependencies: ["JSON", "Values"]),
  .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
  .testTarget(
    name: "RequestsTests", dependencies: ["Requests", "JSON", "XML", "Values"], exclude: ["Examples"]),
  .testTarget(name: "RecordsTests", dependencies: ["Records", "JSON", "XML", "Values"]),
  .testTarget(
    name: "PolicyTests", dependencies: ["Policy", "Requests", "Records", "YAML", "Values"],
    exclude: ["Fixtures"]),
  .testTarget(name: "BundlesTests", dependencies: ["Bundles", "Values"]),
  .testTarget(
    name: "StagesTests",
    dependencies: ["Stages", "Bundles", "Policy", "Requests", "Hashing", "Values"]),
  .testTarget(name: "HostTests", dependencies: ["Host", "Values"]),
  // A worker that tries to get out and to lie, behind the same wall; never shipped.
  .executableTarget(
    name: "break-out",
    dependencies: ["Worker", "Configuration", "Host", "Stages", "Policy", "Requests", "Values"],
    path: "Tests/BreakOut"),
  .testTarget(
    name: "WorkerTests",
    dependencies: [
      "Worker", "break-out", "Configuration", "Host", "Stages", "Policy", "Requests", "Hashing", "Values",
    ]),
  .testTarget(
    name: "LedgerTests",
    dependencies: ["Ledger", "Host", "Values", .product(name: "GRDB", package: "GRDB.swift")],
    exclude: ["Fixtures"]),
  .testTarget(
    name: "ConfigurationTests",
    dependencies: ["Configuration", "Host", "Policy", "Requests", "Stages", "Values", "YAML"]),
  .testTarget(
    name: "CorpusTests",
    dependencies: [
      "Stages", "Configuration", "Host", "Policy", "Records", "Requests", "XML", "Hashing", "Values",
    ]),
  // The world around the daemon in memory, and what must be true in it; never shipped.
  .target(
    name: "Simulation",
    dependencies: ["Daemon", "Host", "Ledger", "Stages", "Policy", "Requests", "Hashing", "Values"],
    path: "Tests/Simulation"),
  .executableTarget(name: "simulate", dependencies: ["Simulation"], path: "Tests/Simulate"),
  .testTarget(name: "SimulationTests", dependencies: ["Simulation"]),
  .testTarget(
    name: "DaemonTests",
    dependencies: ["Daemon", "Host", "Ledger", "Stages", "Policy", "Requests", "JSON", "Values"]),
  .testTarget(
    name: "CommandTests",
    dependencies: [
      "chartgate", "Bundles", "Configuration", "Hashing", "Host", "JSON", "Ledger", "Policy", "Records",
      "Requests", "Stages", "Values",
    ]),
]

/// Scripts/fuzz: executables that libFuzzer's own main runs, so a plain build must not see them.
let fuzzTargets: [Target] =
  Context.environment["CHARTGATE_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz-records", dependencies: ["Values", "JSON", "XML", "YAML", "Requests", "Records", "Policy"],
      path: "Tests/Fuzz/Records"),
    .executableTarget(
      name: "fuzz-house", dependencies: ["Values", "Bundles", "YAML", "Configuration"],
      path: "Tests/Fuzz/House"),
  ]

let package = Package(
  name: "chartgate",
  // Linux only (Glibc throughout); SwiftPM still checks this against what the dependencies ask of macOS.
  platforms: [.macOS(.v15)],
  dependencies: [
    // SHA-256, and later the keys: kept by Apple, the same API as CryptoKit.
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    // Pipelines, categories and configuration: a tree with line and column.
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    // The command line: usage errors with the nearest option, help and completions from one declaration.
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    // The ledger: SQLite with a pool, prepared statements and errors by code.
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    // The log's front: one file of ours imports it, and a site may put its own handler behind it.
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    // The service's life: a bounded graceful stop at SIGTERM and SIGINT, signals as a sequence.
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
  ],
  targets: targets + fuzzTargets,
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
  ]
  // What tries to break out is unsafe on purpose.
  guard target.name != "break-out" else { continue }
  target.swiftSettings? += [
    .strictMemorySafety(), .treatWarning("StrictMemorySafety", as: .error),
  ]
}
