import Archive
import ArgumentParser
import Foundation
import Ledger
import Operations

/// `foreland ledger verify`: every stored byte.
struct LedgerVerify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every stored byte, and name the first bad entry.",
    discussion: """
      With --views the rows that are folded from the entries are compared with what the entries give. It takes as long as \
      `ledger rebuild`, which mends what it finds, and needs the keys; stop the desk first.
      """)

  @OptionGroup var options: LedgerOptions

  @Flag(help: "Fold the views anew, and compare. Stop the desk first.")
  var views = false

  func run() async throws {
    try options.read { reader in
      let report = try reader.verify()
      print(report)
      if !report.isSound { throw ExitCode(1) }
      try tellWitnesses(reader)
      try verifyArchive(reader)
    }
    if views { try await verifyViews() }
  }

  /// Compares the views with what the entries give.
  private func verifyViews() async throws {
    do {
      let ledger = try Ledger.open(options.location, views: Centre.allViews())
      defer { try? ledger.close() }
      let complaints = try await ledger.compareViews()
      for complaint in complaints { print("VIEWS NOT SOUND: \(complaint)") }
      if !complaints.isEmpty {
        print("Fold them anew with foreland ledger rebuild.")
        throw ExitCode(1)
      }
      print("The views are what the entries give.")
    } catch let error as LedgerError {
      try options.refuse(error)
    }
  }

  /// Says who cosigned the latest checkpoint, and which histories did not hold together. None of it makes this ledger
  /// unsound in itself, so it does not change the exit status.
  private func tellWitnesses(_ reader: LedgerReader) throws {
    if let checkpoint = try reader.publishedCheckpoint() {
      for cosignature in try reader.cosignatures(size: checkpoint.size) {
        print("\(cosignature.witness) cosigned the checkpoint of \(checkpoint.size) entries.")
      }
    }
    // A backup holds no views until it is opened.
    guard let book = try? reader.read({ try WitnessBook.read(in: $0) }) else { return }
    for fork in book.forks {
      let known = fork.isProved ? "contradicts" : "was not shown to continue"
      print(
        "FORK: \(fork.origin) signed a checkpoint of \(fork.size) entries that \(known) the one of "
          + "\(fork.knownSize) entries; entry \(fork.sequence) keeps both.")
    }
    for objection in book.disagreements {
      let theirs = objection.theirSize.map { " It knows \($0) entries." } ?? ""
      print(
        "DISAGREEMENT: \(objection.witness) would not cosign the checkpoint of \(objection.size) entries "
          + "(status \(objection.status)).\(theirs)")
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
