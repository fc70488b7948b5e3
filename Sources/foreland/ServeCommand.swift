import Archive
import ArgumentParser
import Desk
import Foundation
import Ledger
import Logging
import Receivers

/// `foreland serve`: the desk.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Open the desk on a network address.",
    discussion: """
      A feed is NAME=URL with one of file:PATH[?pace=real], udp://[GROUP@]HOST:PORT, tcp://HOST:PORT, \
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

  /// What the command line says, by the names of the table.
  var flags: [String: [String]] {
    let single: [(Setting, String?)] = [
      (SettingTable.store, store), (SettingTable.keys, keys), (SettingTable.listen, listen),
      (SettingTable.share, share), (SettingTable.behindTLS, behindTLS.map { $0 ? "yes" : "no" }),
      (SettingTable.logLevel, logLevel), (SettingTable.paperFolder, paperFolder),
      (SettingTable.paperMinutes, paperMinutes), (SettingTable.paperKeep, paperKeep),
      (SettingTable.paperLanguage, paperLanguage),
      (SettingTable.publishTiles, publishTiles.map { $0 ? "yes" : "no" }),
      (SettingTable.witnessEvery, witnessEvery),
      (SettingTable.reserveHours, reserveHours), (SettingTable.reserveEntries, reserveEntries),
    ]
    var flags = Dictionary(uniqueKeysWithValues: (single + doors.flags).map { ($0.name, $1.map { [$0] } ?? []) })
    flags[SettingTable.feed.name] = feed
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

  func serve(_ options: ServeOptions, _ configuration: Configuration) async throws {
    let isJSON = configuration[SettingTable.logFormat] == "json"
    var logger = Logger(label: "foreland") { label in
      guard isJSON else { return StreamLogHandler.standardError(label: label) }
      return JSONLogHandler { line in FileHandle.standardError.write(Data(line.utf8)) }
    }
    logger.logLevel = configuration[SettingTable.logLevel].flatMap { Logger.Level(rawValue: $0) } ?? .notice
    do {
      let server = try await DeskServer(options, logger: logger) { say($0) }
      try await server.run { port in
        say("The desk is open on \(options.tls == nil ? "http" : "https")://\(options.host):\(port)")
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
  /// The options that the settings say.
  /// - Throws: `ConfigurationFault` when a setting that must be there is missing, or one cannot be understood.
  init(_ configuration: Configuration) throws {
    guard let store = configuration[SettingTable.store] else {
      throw ConfigurationFault("Name the store: --store PATH, or as `foreland help configuration` says.")
    }
    let listen = configuration[SettingTable.listen] ?? ""
    guard let colon = listen.lastIndex(of: ":"), let port = UInt16(listen[listen.index(after: colon)...]),
      colon > listen.startIndex
    else { throw configuration.fault(SettingTable.listen, "takes HOST:PORT, such as 127.0.0.1:8080") }
    let host = listen[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    self.init(
      store: StoreLocation(path: store, keys: configuration[SettingTable.keys]), host: host, port: Int(port))
    share = configuration[SettingTable.share]
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
        return (feed.name, feed.address)
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

/// A feed on the command line.
struct NamedFeed: Sendable {
  var name: String
  var address: FeedAddress

  init(_ text: String) throws {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw ValidationError("A feed is NAME=URL, such as dover=tcp://127.0.0.1:10110.")
    }
    name = String(text[..<equals])
    guard name.utf8.count <= 60 else { throw ValidationError("The name of a feed has at most 60 characters.") }
    do {
      address = try FeedAddress.parse(String(text[text.index(after: equals)...]))
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
