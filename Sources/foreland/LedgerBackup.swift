import Archive
import ArgumentParser
import Foundation
import Ledger
import Operations

/// `foreland ledger backup`: a copy, while the desk runs.
struct LedgerBackup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the ledger and the archive of positions, while they may be in use, and verify the copy.",
    discussion: """
      The copy of the ledger holds no keys and no views. Copy the keys to another place with --keys-to, and keep the two apart. \
      The archive is copied beside the copy of the ledger, as FILE.archive.
      """)

  /// How often the two copies are made anew when a block was sealed between them.
  static let attempts = 3

  @OptionGroup var options: LedgerOptions

  @Option(help: "Where the copy of the ledger is to lie.")
  var to: String

  @Option(help: "Where a copy of the keys is to lie.")
  var keysTo: String?

  @Flag(help: "Leave the archive of positions out.")
  var withoutArchive = false

  func run() throws {
    try options.telling {
      let reader = try LedgerReader.open(options.location)
      defer { try? reader.close() }
      let copy = StoreLocation(path: to, keys: options.location.keysPath)
      let hasArchive = !withoutArchive && FileManager.default.fileExists(atPath: options.location.archivePath)
      for attempt in 1...Self.attempts {
        // The archive goes first: a block that is sealed meanwhile is then missing from it, which the comparison tells.
        if hasArchive { try Self.copyArchive(options.location.archivePath, to: copy.archivePath) }
        try reader.backup(to: to)
        let fault = try hasArchive ? Self.archiveFault(copy) : nil
        guard let fault else { break }
        try Self.discard(copy)
        if attempt == Self.attempts { throw LedgerError(.corrupt, "The archive is not as it was anchored: \(fault)") }
      }
      let report = try Self.verified(copy)
      if let keysTo { try reader.backup(keysTo: keysTo) }
      print(report)
      print(
        "Copied to \(to)\(hasArchive ? " and \(copy.archivePath)" : "")\(keysTo.map { ", the keys to \($0)" } ?? "").")
    }
  }

  private static func verified(_ copy: StoreLocation) throws -> VerifyReport {
    let reader = try LedgerReader.open(copy)
    defer { try? reader.close() }
    let report = try reader.verify()
    guard report.isSound else {
      throw LedgerError(.corrupt, "The ledger is not sound, and so is its copy. \(report)", place: copy.ledgerPath)
    }
    return report
  }

  private static func archiveFault(_ copy: StoreLocation) throws -> String? {
    let reader = try LedgerReader.open(copy)
    defer { try? reader.close() }
    let anchors = try ArchiveAnchors.read(from: reader)
    return try telling {
      try Archive(path: copy.archivePath, now: Surroundings.live.now).verify(anchors: anchors).fault?.message
    }
  }

  static func copyArchive(_ source: String, to destination: String) throws {
    try telling { try Archive.backup(source, to: destination) }
  }

  private static func discard(_ copy: StoreLocation) throws {
    for path in [copy.ledgerPath, copy.archivePath] {
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
  }

  /// Says an archive's errors as the ledger's, which the commands tell.
  private static func telling<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as ArchiveError {
      throw LedgerError(.storage, error.message, place: error.place)
    }
  }
}

/// `foreland ledger restore`: a backup, where no ledger is, or in place of one.
struct LedgerRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Verify a backup and put it where no ledger is yet.",
    discussion: """
      Also the way back from an upgrade: stop the desk, and let the earlier program restore the copy that was made before it, \
      STORE.before-form-N-TIME, with --replace. What was appended since the copy stays in the files that are moved aside.
      """)

  @OptionGroup var options: LedgerOptions

  @Option(help: "The copy of the ledger. The archive of positions beside it, FILE.archive, is restored with it.")
  var from: String

  @Option(help: "The copy of the keys, unless the keys still lie in their place.")
  var keysFrom: String?

  @Flag(help: "Move a ledger that lies there aside first, with the time in its name.")
  var replace = false

  func run() throws {
    try options.telling {
      let location = options.location
      let archive = StoreLocation(path: from).archivePath
      let hasArchive = FileManager.default.fileExists(atPath: archive)
      let aside = replace ? try Ledger.moveAside(location, withArchive: hasArchive, at: Date()) : []
      do {
        print(try Ledger.restore(from: from, keys: keysFrom, to: location))
        if hasArchive { try LedgerBackup.copyArchive(archive, to: location.archivePath) }
      } catch {
        for move in aside.reversed() { try? FileManager.default.moveItem(atPath: move.to, toPath: move.from) }
        throw error
      }
      for move in aside { print("What lay there is now \(move.to).") }
      print("Restored to \(location.ledgerPath). Its views are folded when it is next opened.")
    }
  }
}
