import Archive
import ArgumentParser
import Foundation
import Ledger
import Operations

/// `foreland ledger verify`: every stored byte.
struct LedgerVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every stored byte, and name the first bad entry.")

  @OptionGroup var options: LedgerOptions

  func run() throws {
    try options.read { reader in
      let report = try reader.verify()
      print(report)
      if !report.isSound { throw ExitCode(1) }
      try verifyArchive(reader)
    }
  }

  /// Holds the archive of positions, where there is one, against the hashes that the ledger keeps of its blocks.
  private func verifyArchive(_ reader: LedgerReader) throws {
    let path = options.location.archivePath
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      let archive = try Archive(path: path, now: Surroundings.live.now)
      let result = try archive.verify(anchors: try ArchiveAnchors.read(from: reader))
      if let fault = result.fault {
        print("The archive is not as it was anchored: \(fault.message)")
        throw ExitCode(1)
      }
      print("The archive is as it was anchored: \(result.blocksChecked) blocks, \(result.bytesChecked) bytes.")
    } catch let error as ArchiveError {
      FileHandle.standardError.write(Data("foreland: \(error.message) [\(error.place)]\n".utf8))
      throw ExitCode(1)
    }
  }
}
