import Foundation
import Ledger

/// What a desk shows of its ledger's tree to others, which ledgers it witnesses, and who witnesses its own.
struct Transparency: Sendable {
  /// A witness of this desk's ledger.
  struct Witness: Sendable {
    /// Its submission prefix: `add-checkpoint` is put behind it.
    let url: String
    let key: NoteVerifier
  }

  /// The most ledgers that are witnessed, and the most witnesses that are asked.
  static let most = 64

  var publishesTiles = false
  /// The keys of the ledgers that this desk witnesses, each under the name of its origin.
  var logs: [NoteVerifier] = []
  var witnesses: [Witness] = []
  /// How often witnesses are asked when something was appended, in seconds.
  var interval = 60

  init() {}

  /// - Throws: `ServeFailure` when a key or an address cannot be read.
  init(_ options: ServeOptions) throws {
    publishesTiles = options.publishesTiles
    interval = options.witnessSeconds
    logs = try options.witnessFor.map { text in
      guard let key = NoteVerifier(text: text), key.algorithm == .ed25519 else {
        throw ServeFailure(
          "'\(text)' is no key of a ledger; the other desk prints it with `foreland ledger keys --store …`.")
      }
      return key
    }
    witnesses = try options.witnesses.map { text in
      let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, let key = NoteVerifier(text: halves[1]), key.algorithm == .cosignature,
        let url = URL(string: halves[0]), url.scheme == "http" || url.scheme == "https", url.host() != nil
      else {
        throw ServeFailure(
          "'\(text)' is no witness: write URL=KEY, with the key that the witness prints with `foreland ledger keys`.")
      }
      return Witness(url: halves[0].hasSuffix("/") ? String(halves[0].dropLast()) : halves[0], key: key)
    }
    guard logs.count <= Self.most, witnesses.count <= Self.most else {
      throw ServeFailure("At most \(Self.most) ledgers are witnessed, and at most \(Self.most) witnesses are asked.")
    }
  }

  /// Whether a checkpoint is wanted from time to time.
  var wantsCheckpoints: Bool { publishesTiles || !witnesses.isEmpty }
}
