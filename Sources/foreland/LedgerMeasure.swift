import ArgumentParser
import Foundation
import Ledger
import Operations

/// `foreland ledger measure`: what a store does on this machine and this disk.
struct LedgerMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure durable appends, opening and proofs on this machine, as JSON.",
    discussion: """
      With --append a new store is made and filled with the watch log of an EXERCISE. Without it an existing store, \
      which no desk holds, is opened and read, and nothing is written to it.
      """)

  @OptionGroup var options: LedgerOptions

  @Option(help: "Make a new store and append so many entries, each in a command of its own.")
  var append: Int?

  @Option(help: "How many writers append at a time.")
  var writers = 64

  func validate() throws {
    guard append ?? 1 >= 1, (1...10_000).contains(writers) else {
      throw ValidationError("--append takes a number from 1, --writers one from 1 to 10000.")
    }
  }

  func run() async throws {
    do {
      let exists = FileManager.default.fileExists(atPath: options.location.ledgerPath)
      if append != nil, exists {
        throw LedgerError(
          .storeExists, "There is a store here already, and measuring never fills one. Choose another path.",
          place: options.location.ledgerPath)
      }
      guard append != nil || exists else {
        throw LedgerError(.storeMissing, "There is no ledger here.", place: options.location.ledgerPath)
      }
      let measure = StoreMeasure(options.location)
      let figures =
        if let append {
          try await measure.fill(entries: append, writers: writers)
        } else {
          try await measure.read()
        }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      print(String(decoding: try encoder.encode(figures), as: UTF8.self))
    } catch let error as LedgerError {
      try options.refuse(error)
    }
  }
}
