import Exchange
import Ledger

extension FuzzTarget {
  /// Batches of a partner, and the entries in them.
  static let linkBatch = FuzzTarget(name: "link-batch") { bytes in
    guard let batch = try? LinkBatch(decoding: Array(bytes)) else { return }
    demand(batch.encoded().elementsEqual(bytes), "only what the writer writes is read")
    let limits = LinkLimits()
    demand(batch.items.count <= limits.entriesInBatch, "a batch holds no more entries than it may")
    let key = NoteVerifier(name: "partner", publicKey: [UInt8](repeating: 1, count: 32))
    let partner = Partner(code: "PARTNER", key: key, agency: "coastguard", nation: "GB")
    let check = BatchCheck(partner: partner, after: 0, known: nil, exercise: batch.exercise)
    let good = try? check.check(batch)
    demand(good == nil || batch.items.isEmpty, "nothing is taken that the partner did not sign")
    for item in batch.items { _ = try? item.disclosure.opened() }
  }
}
