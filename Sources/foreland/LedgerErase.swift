import Archive
import ArgumentParser
import Foundation
import Ledger
import Operations

/// `foreland ledger erase`: a subject, for good.
struct LedgerErase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase a subject everywhere, for good. Stop the desk first.",
    discussion: """
      Its keys are destroyed, views and the index of words are purged, its positions and descriptions leave the archive, \
      and the free pages of every file are overwritten. Sheets for printing and copies of the archive from before an upgrade \
      are removed, since they hold it in plain. The entries and their proofs stay; `ledger verify` passes. The \
      officer must be a data-protection officer; order and reason are recorded. Copies of the ledger hold no keys. A \
      copy of the keys still opens what is erased: name each with --keys-copy, or destroy it.
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: "Who or what is erased: track:NUMBER or person:NAME.")
  var subject: String

  @Option(help: "The sign-in name of the officer who answers for it.")
  var officer: PersonName

  @Option(help: "Why, with the request or the law that it follows. It names nobody.")
  var reason: String

  @Option(help: "A copy of the keys in which the same is erased; may be given again.")
  var keysCopy: [String] = []

  @Option(help: "Where the sheets for printing lie, when the desk was told to write them elsewhere.")
  var paperFolder: String?

  func run() async throws {
    do {
      let location = options.location
      guard FileManager.default.fileExists(atPath: location.ledgerPath) else {
        throw LedgerError(.storeMissing, "There is no ledger here. Check the path.", place: location.ledgerPath)
      }
      let centre = try await Centre.open(location)
      do {
        try await erase(from: centre, location)
      } catch {
        try? await centre.close()
        throw error
      }
      try await centre.close()
    } catch let error as LedgerError {
      try options.refuse(error)
    } catch let error as OperationsError {
      try refuse(error.message)
    } catch let error as ArchiveError {
      try refuse("\(error.message) [\(error.place)]")
    }
  }

  private func erase(from centre: Centre, _ location: StoreLocation) async throws {
    let hasArchive = FileManager.default.fileExists(atPath: location.archivePath)
    let archive = hasArchive ? try Archive(path: location.archivePath, now: Surroundings.live.now) : nil
    let order = EraseSubject(subject, officer: officer, reason: reason)
    let outcome = try await centre.erase(order, from: archive)
    print(
      "Erased. Entry \(outcome.order) records the order and entry \(outcome.erasure) the erasure; \(outcome.blocks) blocks "
        + "of the archive were written anew.")
    let copies = PlainCopies(location, paperFolder: paperFolder)
    let removed = try copies.remove()
    if !removed.isEmpty { print("Removed, since they held it in plain: \(removed.joined(separator: ", ")).") }
    let replaced = copies.replaced()
    if !replaced.isEmpty {
      print("Still hold it in plain, and are yours to destroy: \(replaced.joined(separator: ", ")).")
    }
    for copy in keysCopy {
      try centre.ledger.forgetErased(inCopyOfKeys: copy)
      print("The copy of the keys \(copy) opens nothing of it any more.")
    }
    if keysCopy.isEmpty {
      print("Copies of the keys made before now still open it: destroy them, or name them with --keys-copy.")
    }
  }

  private func refuse(_ words: String) throws {
    sayOnConsole(words)
    throw ExitCode(1)
  }
}
