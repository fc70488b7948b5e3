import ArgumentParser
import Ledger

/// `foreland ledger keys`: the public keys of a ledger, for verifiers and for other desks.
struct LedgerKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the public keys: the one that signs checkpoints, and the one that cosigns.",
    discussion: "A line each, in the form of C2SP signed-note: what it is for, a tabulator, and the key.")

  @OptionGroup var options: LedgerOptions

  func run() throws {
    try options.read { reader in
      print("ledger\t\(reader.verifierKey)")
      if let key = try reader.witnessKey() { print("witness\t\(key)") }
    }
  }
}
