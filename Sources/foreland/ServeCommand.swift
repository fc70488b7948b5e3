import Archive
import ArgumentParser
import Desk
import Feeds
import Foundation
import Ledger
import Logging
import Receivers
import Tracking

/// `foreland serve`: the desk.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Open the desk on a network address.",
    discussion: """
      A feed is NAME=URL, or NAME:FORMAT=URL for another standard than NMEA 0183: asterix, klv, adsb, detections, \
      cot, beacon. A URL is one of file:PATH[?pace=real], udp://[GROUP@]HOST:PORT, tcp://HOST:PORT, \
      tcp-listen://HOST:PORT, serial:DEVICE[?baud=38400], or - for standard input.
      """)

  @OptionGroup var place: DeskPlace

  @Flag(help: "Print every setting with its value and where that comes from, and end.")
  var printConfiguration = false

  func run() async throws {
    let configuration = try place.settings()
    if printConfiguration { return print(configuration.text) }
    try await place.serve(try place.options(configuration), configuration)
  }
}

/// Where a desk stands: the settings of its table, as flags.
struct DeskPlace: ParsableArguments {
  @Option(help: "A file of settings; see `foreland help configuration`.")
  var configuration: String?

  @Option(help: Self.help(SettingTable.store))
  var store: String?

  @Option(help: Self.help(SettingTable.keys))
  var keys: String?

  @Option(help: Self.help(SettingTable.listen))
  var listen: String?

  @Option(help: Self.help(SettingTable.feed))
  var feed: [String] = []

  @Option(help: Self.help(SettingTable.sensors))
  var sensors: String?

  @Option(name: .customLong("cot-to"), help: Self.help(SettingTable.cursorTo))
  var cursorTo: [String] = []

  @Option(help: Self.help(SettingTable.weather))
  var weather: [String] = []

  @Option(help: Self.help(SettingTable.driftMembers))
  var driftMembers: String?

  @Option(help: Self.help(SettingTable.share))
  var share: String?

  @Flag(inversion: .prefixedNo, help: Self.help(SettingTable.behindTLS))
  var behindTLS: Bool?

  @Flag(inversion: .prefixedNo, help: Self.help(SettingTable.publishTiles))
  var publishTiles: Bool?

  @Option(help: Self.help(SettingTable.witnessFor))
  var witnessFor: [String] = []

  @Option(help: Self.help(SettingTable.witness))
  var witness: [String] = []

  @Option(help: Self.help(SettingTable.witnessEvery))
  var witnessEvery: String?

  @Option(help: Self.help(SettingTable.logLevel))
  var logLevel: String?

  @Option(help: Self.help(SettingTable.paperFolder))
  var paperFolder: String?

  @Option(help: Self.help(SettingTable.paperMinutes))
  var paperMinutes: String?

  @Option(help: Self.help(SettingTable.paperKeep))
  var paperKeep: String?

  @Option(help: Self.help(SettingTable.paperLanguage))
  var paperLanguage: String?

  @Option(help: Self.help(SettingTable.reserveHours))
  var reserveHours: String?

  @Option(help: Self.help(SettingTable.reserveEntries))
  var reserveEntries: String?

  @OptionGroup var doors: DoorFlags

  @OptionGroup var link: LinkFlags

  /// What the command line says, by the names of the table.
  var flags: [String: [String]] {
    let single: [(Setting, String?)] = [
      (SettingTable.store, store), (SettingTable.keys, keys), (SettingTable.listen, listen),
      (SettingTable.sensors, sensors), (SettingTable.driftMembers, driftMembers), (SettingTable.share, share),
      (SettingTable.behindTLS, behindTLS.map { $0 ? "yes" : "no" }),
      (SettingTable.logLevel, logLevel), (SettingTable.paperFolder, paperFolder),
      (SettingTable.paperMinutes, paperMinutes), (SettingTable.paperKeep, paperKeep),
      (SettingTable.paperLanguage, paperLanguage),
      (SettingTable.publishTiles, publishTiles.map { $0 ? "yes" : "no" }),
      (SettingTable.witnessEvery, witnessEvery),
      (SettingTable.reserveHours, reserveHours), (SettingTable.reserveEntries, reserveEntries),
    ]
    var flags = Dictionary(
      uniqueKeysWithValues: (single + doors.flags + link.flags).map { ($0.name, $1.map { [$0] } ?? []) })
    flags[SettingTable.feed.name] = feed
    flags[SettingTable.cursorTo.name] = cursorTo
    flags[SettingTable.weather.name] = weather
    flags[SettingTable.witnessFor.name] = witnessFor
    flags[SettingTable.witness.name] = witness
    return flags
  }

  /// Everything that holds for the desk.
  func settings() throws -> Configuration {
    do {
      let environment = ProcessInfo.processInfo.environment
      let configuration = try Configuration(flags: flags, file: self.configuration, environment: environment)
      for warning in configuration.warnings { FileHandle.standardError.write(Data("foreland: \(warning)\n".utf8)) }
      return configuration
    } catch let fault as ConfigurationFault {
      throw ValidationError(fault.description)
    }
  }

  func options(_ configuration: Configuration) throws -> ServeOptions {
    do {
      return try ServeOptions(configuration)
    } catch let fault as ConfigurationFault {
      throw ValidationError(fault.description)
    }
  }

  /// Serves a desk until it is told to stop.
  ///
  /// - Parameter centre: what is said before its words where several desks speak on one terminal.
  func serve(_ options: ServeOptions, _ configuration: Configuration, centre: String? = nil) async throws {
    let mark = centre.map { "\($0): " } ?? ""
    let isJSON = configuration[SettingTable.logFormat] == "json"
    var logger = Logger(label: "foreland") { label in
      guard isJSON else { return StreamLogHandler.standardError(label: label) }
      return JSONLogHandler { line in FileHandle.standardError.write(Data(line.utf8)) }
    }
    logger.logLevel = configuration[SettingTable.logLevel].flatMap { Logger.Level(rawValue: $0) } ?? .notice
    do {
      let server = try await DeskServer(options, logger: logger) { words in
        say(centre.map { "\($0)\n\(words)" } ?? words)
      }
      try await server.run { port in
        say("\(mark)The desk is open on \(options.tls == nil ? "http" : "https")://\(options.host):\(port)")
      }
    } catch let failure as ServeFailure {
      try refuse(failure.description)
    } catch let error as LedgerError {
      try refuse(error.description)
    } catch let error as ArchiveError {
      try refuse("\(error.message) [\(error.place)]")
    }
  }

  private func refuse(_ words: String) throws {
    sayOnConsole(words)
    throw ExitCode(1)
  }

  static func help(_ setting: Setting) -> ArgumentHelp {
    let usual = setting.usual.map { " (default: \($0))" } ?? ""
    let repeats = setting.repeats ? " May be repeated." : ""
    return ArgumentHelp("\(setting.meaning.replacing("`", with: ""))\(repeats)\(usual)", valueName: setting.valueName)
  }
}

extension Setting {
  /// The form as a command line's help names a value.
  fileprivate var valueName: String { form.lowercased() }
}

extension ServeOptions {
  /// The sensors that a file declares.
  private static func sensors(inFile path: String, _ configuration: Configuration) throws -> [Sensor] {
    do {
      return try JSONDecoder().decode([Sensor].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch let error as DecodingError {
      throw configuration.fault(SettingTable.sensors, "cannot be read: \(error.words)")
    } catch {
      throw configuration.fault(SettingTable.sensors, "cannot be read: \(error.localizedDescription)")
    }
  }

  /// The options that the settings say.
  /// - Throws: `ConfigurationFault` when a setting that must be there is missing, or one cannot be understood.
  init(_ configuration: Configuration) throws {
    guard let store = configuration[SettingTable.store] else {
      throw ConfigurationFault("Name the store: --store PATH, or as `foreland help configuration` says.")
    }
    let listen = configuration[SettingTable.listen] ?? ""
    guard let (host, port) = Self.address(listen) else {
      throw configuration.fault(SettingTable.listen, "takes HOST:PORT, such as 127.0.0.1:8080")
    }
    self.init(store: StoreLocation(path: store, keys: configuration[SettingTable.keys]), host: host, port: port)
    link = try LinkOptions(configuration)
    share = configuration[SettingTable.share]
    cursorTo = try configuration.all(SettingTable.cursorTo).map { text in
      do {
        return try FeedAddress.parse(text)
      } catch {
        throw configuration.fault(SettingTable.cursorTo, "cannot be taken: \(error)")
      }
    }
    sensors = try configuration[SettingTable.sensors].map { try Self.sensors(inFile: $0, configuration) } ?? []
    weather = try WeatherFiles(configuration)?.reader
    driftMembers = configuration.number(SettingTable.driftMembers) ?? driftMembers
    publishesTiles = configuration.isOn(SettingTable.publishTiles)
    witnessFor = configuration.all(SettingTable.witnessFor)
    witnesses = configuration.all(SettingTable.witness)
    witnessSeconds = configuration[SettingTable.witnessEvery].flatMap { Int($0) } ?? witnessSeconds
    reserve = ReservePlan(
      hours: configuration[SettingTable.reserveHours].flatMap { Int($0) } ?? 0,
      entriesAnHour: configuration[SettingTable.reserveEntries].flatMap { Int($0) } ?? 0)
    behindTLS = configuration.isOn(SettingTable.behindTLS)
    paperFolder = configuration[SettingTable.paperFolder]
    paperMinutes = configuration.number(SettingTable.paperMinutes) ?? paperMinutes
    paperKept = configuration.number(SettingTable.paperKeep) ?? paperKept
    paperLanguage = configuration[SettingTable.paperLanguage] ?? paperLanguage
    try takeDoors(configuration)
    feeds = try configuration.all(SettingTable.feed).map { text in
      do {
        let feed = try NamedFeed(text)
        return (feed.name, feed.format, feed.address)
      } catch {
        throw configuration.fault(SettingTable.feed, "cannot be taken: \(error)")
      }
    }
  }
}

/// Prints at once, also into a pipe.
func say(_ text: String) {
  FileHandle.standardOutput.write(Data((text + "\n").utf8))
}

extension DecodingError {
  /// Which value is wrong, and how, in words.
  fileprivate var words: String {
    let context: Context
    switch self {
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
      .dataCorrupted(let found):
      context = found
    @unknown default: return "\(self)"
    }
    let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: " ")
    return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
  }
}

/// A feed on the command line.
struct NamedFeed: Sendable {
  var name: String
  var format: FeedFormat
  var address: FeedAddress

  init(_ text: String) throws {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw ValidationError(
        "A feed is NAME=URL or NAME:FORMAT=URL, such as dover=tcp://127.0.0.1:10110 or mast:asterix=udp://:8600.")
    }
    let parts = text[..<equals].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(parts[0])
    let word = parts.count > 1 ? String(parts[1]) : FeedFormat.nmea.rawValue
    guard !name.isEmpty, let format = FeedFormat(rawValue: word) else {
      let known = FeedFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(word) is no format of a feed; known are \(known).")
    }
    self.format = format
    guard name.utf8.count <= 60 else { throw ValidationError("The name of a feed has at most 60 characters.") }
    do {
      address = try FeedAddress.parse(String(text[text.index(after: equals)...]))
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
