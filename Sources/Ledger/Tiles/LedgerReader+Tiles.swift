import Foundation

extension LedgerReader {
  /// The latest checkpoint that was kept, with the cosignatures of witnesses below the ledger's own signature; nil when
  /// none was kept.
  package func publishedCheckpoint() throws -> (size: Int64, note: String)? {
    try store.read { session in
      guard let kept = try session.latestCheckpoint() else { return nil }
      let lines = try session.cosignatures(size: kept.size).map(\.line)
      return (kept.size, kept.note + lines.joined())
    }
  }

  /// The bytes of a tile; nil when the latest checkpoint does not have it.
  ///
  /// - Throws: `corrupt` when a node is missing.
  package func tile(_ path: TilePath, size: Int64) throws -> [UInt8]? {
    guard path.exists(size: size) else { return nil }
    let first = path.index * TilePath.fullWidth
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(path.width) * TreeHash.byteCount)
    try store.read { session in
      let level = path.level * TilePath.levelsInTile
      try session.scanNodes(level: level, from: first, through: first + path.width - 1) { _, hash in
        hash?.withBytes { bytes.append(contentsOf: $0) }
      }
    }
    guard bytes.count == Int(path.width) * TreeHash.byteCount else {
      throw LedgerError(
        .corrupt, "A node of the tree is missing. Run verify, and restore from a backup.", place: path.text)
    }
    return bytes
  }

  /// Writes the latest checkpoint and the tiles of its tree into a folder, from which any web server can serve them.
  ///
  /// Tiles never change, so those that lie there are left as they are, and the checkpoint is put there last: whoever
  /// reads the folder meanwhile finds every tile of the checkpoint that they find. Entries are not among them
  /// (`docs/decisions`): hashes say nothing of what was sealed.
  ///
  /// - Returns: How many tiles were written, and the size of the checkpoint.
  /// - Throws: `notFound` when the ledger has no checkpoint, `storeExists` when the folder holds another ledger's or
  ///   another history's, `denied`, `corrupt`.
  package func exportTiles(to folder: String) throws -> (written: Int, size: Int64) {
    guard let (size, note) = try publishedCheckpoint() else {
      throw LedgerError(.notFound, "The ledger has no checkpoint yet; a desk makes one when it is stopped.")
    }
    var written = 0
    for path in TilePath.all(size: size) {
      let file = "\(folder)/\(path.text)"
      guard let bytes = try tile(path, size: size) else { continue }
      if let present = FileManager.default.contents(atPath: file) {
        guard present == Data(bytes) else {
          throw LedgerError(
            .storeExists, "The folder holds a tile of another ledger or of another history. Choose another folder.",
            place: file)
        }
        continue
      }
      try put(Data(bytes), at: file)
      written += 1
    }
    try put(Data(note.utf8), at: "\(folder)/checkpoint")
    return (written, size)
  }

  private func put(_ data: Data, at file: String) throws {
    try SQLiteFile.createFolder(of: file)
    do {
      try data.write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw LedgerError(
        .denied, "The file cannot be written. Check the folder and its room.", place: file, cause: error)
    }
  }
}
