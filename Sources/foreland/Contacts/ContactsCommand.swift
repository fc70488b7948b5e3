import ArgumentParser
import Desk
import Foundation
import Geodesy
import Operations

/// `foreland contacts`: contact reports, from the console of the machine.
struct ContactsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts", abstract: "Take contact reports into a store.", subcommands: [ContactsImport.self])
}

/// `foreland contacts import`: reports out of a table or JSON Lines.
struct ContactsImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take contact reports out of a file.",
    discussion: """
      The file is a table with a heading (comma, semicolon or tab) or holds one JSON object a line. Columns are found by \
      their names in English or French: position, latitude and longitude, received, people, children, phone, text and so \
      on; what stands under other names is kept in words. Every row becomes a report. A row that cannot be read is kept as \
      it is written, with the reason, and named on standard error. A row that was taken before is not taken again.
      """)

  @Argument(help: "The file; - is standard input.")
  var file: String

  @Option(help: "The folder with the chart's coastline, by which positions on land are known.")
  var share: String?

  @OptionGroup var console: ConsoleOptions

  func run() async throws {
    let bytes: Data
    do {
      let handle = file == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
      bytes = try handle.read(upToCount: ContactImport.largestBytes + 1) ?? Data()
    } catch {
      sayOnConsole("\(file) cannot be read: \(error.localizedDescription)")
      throw ExitCode(1)
    }
    let folder = ShareFolder.find(named: share, environment: ProcessInfo.processInfo.environment)
    let context = PositionGround.context(share: folder)
    try await console.perform { centre in
      do {
        let rows = try ContactImport(Array(bytes), now: Surroundings.live.now(), context: context)
        let outcome = try await centre.importContacts(rows, as: nil)
        for row in outcome.reasons { sayOnConsole("line \(row.line) is kept as it is written: \(row.reason)") }
        sayOnConsole(
          "\(outcome.taken) reports taken, \(outcome.kept) rows kept as written, \(outcome.known) known already.")
      } catch let fault as ContactImport.Fault {
        throw OperationsError(.invalid, fault.message)
      }
    }
  }
}
