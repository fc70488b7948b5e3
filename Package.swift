// swift-tools-version: 6.2
import PackageDescription

/// Settings that every target of the house is compiled with.
let house: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])
  + (isFuzzing ? [.unsafeFlags(["-sanitize=\(sanitizers)", "-enable-testing"])] : [])

/// Whether the house is built for libFuzzer: `scripts/fuzz` says so, with the sanitizers that it wants.
var isFuzzing: Bool { Context.environment["FORELAND_FUZZ"] != nil }
var sanitizers: String { Context.environment["FORELAND_FUZZ"] ?? "" }

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio = [
  Target.Dependency.product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]
let http = [
  Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio"),
  .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
]
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdHTTP2 = Target.Dependency.product(name: "HummingbirdHTTP2", package: "hummingbird")
let tls = [
  Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl"),
  .product(name: "NIOTLS", package: "swift-nio"),
]
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A module and its test target.
func room(
  _ name: String, _ imports: [Target.Dependency], tests: [Target.Dependency] = [], resources: [Resource] = []
) -> [Target] {
  [
    .target(name: name, dependencies: imports, resources: resources, swiftSettings: house),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name)] + imports + tests, swiftSettings: house),
  ]
}

/// The entry points for a fuzzer, the test that replays what it found, and, on demand, the program that libFuzzer drives.
let fuzzing: [Target] =
  [
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Geodesy", "Marking", "Tables", "Feeds", "Receivers", "Networks", "Outlook", "Ledger", "Archive",
        "Operations", "Exchange", "Desk", hummingbird, crypto,
      ],
      path: "Fuzz/Targets", swiftSettings: house),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], swiftSettings: house),
  ]
  + (isFuzzing
    ? [
      .systemLibrary(name: "CFuzzer", path: "Fuzz/CFuzzer"),
      .executableTarget(
        name: "foreland-fuzz", dependencies: ["FuzzTargets", "CFuzzer"], path: "Fuzz/Runner", swiftSettings: house,
        linkerSettings: [
          // libFuzzer brings a main of its own, after ours.
          .unsafeFlags(["-sanitize=\(sanitizers)", "-use-ld=lld", "-Xlinker", "--allow-multiple-definition"])
        ]),
    ] : [])

let package = Package(
  name: "foreland",
  products: [
    .library(name: "Geodesy", targets: ["Geodesy"]),
    .library(name: "Marking", targets: ["Marking"]),
    .library(name: "Feeds", targets: ["Feeds"]),
    .library(name: "Tracking", targets: ["Tracking"]),
    .library(name: "Rescue", targets: ["Rescue"]),
    .library(name: "Weather", targets: ["Weather"]),
    .library(name: "Resolution", targets: ["Resolution"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Outlook", targets: ["Outlook"]),
    .executable(name: "foreland", targets: ["foreland"]),
    .executable(name: "foreland-simulate", targets: ["Simulation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: room("Geodesy", [])
    + room("Geodesics", ["Geodesy", "CProj"])
    + room("Marking", [])
    + room("Tables", [])
    + room("Feeds", ["Geodesy", "Marking"])
    + room("Receivers", ["Feeds", "Geodesy", "CZlib"] + nio)
    + room("Tracking", ["Geodesy"])
    + room("Rescue", ["Geodesy", "Geodesics", "Tracking"])
    + room("Weather", ["Geodesy", "Tables", "CEccodes", "CNetCDF"])
    + room("Resolution", ["Marking", "Tables"])
    + room("Networks", ["Tables", "CZlib"])
    + room("Outlook", ["Tables", "CZlib"])
    + room("Ledger", [crypto, grdb, sqlite])
    + room("Archive", ["Geodesy", "CZlib", crypto, grdb])
    + room(
      "Operations",
      ["Geodesy", "Marking", "Feeds", "Tracking", "Rescue", "Ledger", "Archive", crypto, cryptoExtras, grdb])
    + room("Exchange", ["Geodesy", "Marking", "Ledger", "Operations"], tests: [grdb])
    + room("Exercise", ["Geodesy", "Feeds", "Tracking", "Rescue"])
    + room(
      "Desk",
      [
        "Geodesy", "Marking", "Feeds", "Tracking", "Rescue", "Ledger", "Archive", "Operations", "Exchange", "Receivers",
        "Exercise", "Outlook", "CZlib", crypto, hummingbird, hummingbirdHTTP2, httpClient, serviceLifecycle,
        unixSignals, logging,
      ] + nio + http + tls,
      tests: [hummingbirdTesting],
      resources: [.embedInCode("Strings"), .embedInCode("OpenAPI"), .embedInCode("Gazetteer")])
    + [
      .systemLibrary(name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
      .systemLibrary(name: "CEccodes", providers: [.apt(["libeccodes-dev"])]),
      .systemLibrary(name: "CNetCDF", providers: [.apt(["libnetcdf-dev"])]),
      .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
      .executableTarget(
        name: "foreland",
        dependencies: [
          "Geodesy", "Marking", "Tables", "Feeds", "Receivers", "Tracking", "Rescue", "Weather", "Resolution",
          "Networks", "Outlook", "Ledger", "Archive", "Operations", "Exercise", "Desk", argumentParser, logging,
        ],
        swiftSettings: house),
      .testTarget(
        name: "forelandTests",
        dependencies: ["foreland", "Desk", "Geodesy", "Tables", "Rescue", "Exercise", argumentParser],
        swiftSettings: house),
      .executableTarget(
        name: "Simulation",
        dependencies: [
          "Geodesy", "Marking", "Tracking", "Ledger", "Archive", "Operations", "Exercise", "Desk", crypto, grdb,
          .product(name: "GRDBSQLite", package: "GRDB.swift"), hummingbird, serviceLifecycle, logging, nio[0],
          .product(name: "NIOEmbedded", package: "swift-nio"),
        ], swiftSettings: house),
      .testTarget(name: "SimulationTests", dependencies: ["Simulation"], swiftSettings: house),
      .testTarget(name: "TidyTests", swiftSettings: house),
    ]
    + fuzzing
)
