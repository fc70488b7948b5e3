/// Which module may import what; the table of the design, as data.
enum ImportTable {
  /// What any module may import.
  static let standard: Set<String> = ["Foundation", "Swift", "Synchronization", "Glibc", "Musl", "Darwin", "Dispatch"]

  private static let network: Set<String> = ["NIOCore", "NIOPosix"]
  private static let store: Set<String> = ["Crypto", "GRDB"]

  static let allowed: [String: Set<String>] = [
    "Geodesy": [],
    "Geodesics": ["Geodesy", "CProj"],
    "Marking": [],
    "Tables": [],
    "Feeds": ["Geodesy", "Marking"],
    "Receivers": network.union(["Feeds", "Geodesy", "CZlib"]),
    "Tracking": ["Geodesy"],
    "Rescue": ["Geodesy", "Geodesics", "Tracking"],
    "Weather": ["Geodesy", "Tables", "CEccodes", "CNetCDF"],
    "Resolution": ["Marking", "Tables"],
    "Networks": ["Tables", "CZlib"],
    "Outlook": ["Tables", "CZlib"],
    "Ledger": store.union(["GRDBSQLite"]),
    "Archive": store.union(["Geodesy", "CZlib"]),
    "Operations": store.union([
      "Geodesy", "Marking", "Feeds", "Tracking", "Rescue", "Ledger", "Archive", "CryptoExtras",
    ]),
    "Exchange": ["Geodesy", "Marking", "Ledger", "Operations"],
    "Exercise": ["Geodesy", "Feeds", "Tracking", "Rescue"],
    "Desk": store.union(network).union([
      "Geodesy", "Marking", "Feeds", "Tracking", "Rescue", "Ledger", "Archive", "Operations", "Exchange", "Receivers",
      "Exercise", "Outlook", "CZlib",
      "Hummingbird", "HummingbirdCore", "HummingbirdHTTP2", "HTTPTypes", "NIOHTTP1", "NIOHTTPTypes", "NIOSSL", "NIOTLS",
      "AsyncHTTPClient",
      "ServiceLifecycle", "UnixSignals", "Logging",
    ]),
    "Simulation": store.union([
      "Geodesy", "Marking", "Tracking", "Ledger", "Archive", "Operations", "Exercise", "Desk", "GRDBSQLite",
      "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOEmbedded", "ServiceLifecycle", "Logging",
    ]),
    "foreland": [
      "Geodesy", "Marking", "Tables", "Feeds", "Receivers", "Tracking", "Rescue", "Weather", "Resolution", "Networks",
      "Outlook", "Ledger", "Archive", "Operations", "Exercise", "Desk",
      "ArgumentParser", "Logging", "ServiceLifecycle",
    ],
  ]

  /// Modules that are functions of their arguments: no clock, no randomness, no network, no files.
  static let pure: Set<String> = [
    "Geodesy", "Geodesics", "Marking", "Tables", "Feeds", "Tracking", "Rescue", "Resolution", "Networks", "Outlook",
  ]

  /// Modules that must stay free of anything that talks to the outside, down to Foundation's networking.
  static let withoutNetworking = pure.union(["Exercise"])

  /// The module that a line imports, or nil.
  static func imported(by line: String) -> String? {
    var words = line.split(separator: " ").map(String.init)[...]
    while let first = words.first, first.hasPrefix("@") || levels.contains(first) { words = words.dropFirst() }
    guard words.first == "import" else { return nil }
    words = words.dropFirst()
    if let kind = words.first, kinds.contains(kind) { words = words.dropFirst() }
    return words.first?.split(separator: ".").first.map(String.init)
  }

  private static let levels: Set<String> = ["public", "package", "internal", "private", "fileprivate"]
  private static let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
}
