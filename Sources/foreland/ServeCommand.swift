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

  @Option(name: .customLong("feed"), help: "A feed, as NAME=URL; may be repeated.", transform: NamedFeed.init)
  var feeds: [NamedFeed] = []

  func run() async throws {
    var options = try place.options()
    options.feeds = feeds.map { ($0.name, $0.address) }
    try await place.serve(options)
  }
}

/// Where a desk stands: its store, its address, its files.
struct DeskPlace: ParsableArguments {
  @Option(help: "The store: a file, or a folder.")
  var store: String

  @Option(help: "The key store, where it does not lie beside the store.")
  var keys: String?

  @Option(help: "The address to listen on, as HOST:PORT.")
  var listen = "127.0.0.1:8080"

  @Option(help: "The folder with the desk's scripts, the fetched libraries and the chart.")
  var share: String?

  @Flag(help: "Say so when browsers reach the desk through TLS: its cookies are then for TLS alone.")
  var behindTLS = false

  @Option(help: "How much is logged: \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")).")
  var logLevel = Logger.Level.notice.rawValue

  func options() throws -> ServeOptions {
    guard let colon = listen.lastIndex(of: ":"), let port = UInt16(listen[listen.index(after: colon)...]),
      colon > listen.startIndex
    else { throw ValidationError("--listen takes HOST:PORT, such as 127.0.0.1:8080.") }
    let host = listen[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    var options = ServeOptions(store: StoreLocation(path: store, keys: keys), host: host, port: Int(port))
    options.share = share
    options.behindTLS = behindTLS
    return options
  }

  func serve(_ options: ServeOptions) async throws {
    guard let level = Logger.Level(rawValue: logLevel) else {
      throw ValidationError("There is no log level \(logLevel).")
    }
    var logger = Logger(label: "foreland", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = level
    do {
      let server = try await DeskServer(options, logger: logger) { say($0) }
      try await server.run { port in say("The desk is open on http://\(options.host):\(port)") }
    } catch let failure as ServeFailure {
      FileHandle.standardError.write(Data("foreland: \(failure)\n".utf8))
      throw ExitCode(1)
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
