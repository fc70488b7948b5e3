import Foundation

extension LedgerReader {
  /// Writes the ledger as JSON Lines: a header, every entry with its sealed bytes, and the latest checkpoint.
  ///
  /// - Parameters:
  ///   - opened: Whether the parts are written in plain too, as far as their keys are kept. Such an export is to be
  ///     handled as the highest marking in it, and no later erasure reaches it.
  ///   - write: Is given the lines one after the other, each with its newline.
  /// - Returns: How many entries were written.
  /// - Throws: `corrupt` when an entry cannot be read, or what `write` throws.
  @discardableResult
  public func export(opened: Bool, to write: ([UInt8]) throws -> Void) throws -> Int64 {
    let size = try store.read { try $0.size() }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func line(_ value: some Encodable) throws { try write([UInt8](try encoder.encode(value)) + [0x0A]) }
    try line(ExportLine.Header(ledger: origin, verifier: verifierKey, size: size))
    var next: Int64 = 1
    while next <= size {
      let limit = min(Int64(limits.entriesInRead), size - next + 1)
      let batch = try store.read { try $0.stored(from: next, limit: Int(limit)) }
      guard let last = batch.last else { break }
      for stored in batch {
        try line(ExportLine.Line(try opener.open(stored), sealed: stored.sealed, opened: opened))
      }
      next = last.sequence + 1
    }
    let checkpoint = try store.read { try $0.checkpoints() }.last { $0.size <= size }
    try line(ExportLine.Footer(checkpoint: checkpoint?.note))
    return size
  }
}
