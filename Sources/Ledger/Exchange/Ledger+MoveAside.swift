public import Foundation

extension Ledger {
  /// Moves the files of a ledger, and the archive of a backup that brings its own, out of the way of one that is restored.
  ///
  /// - Returns: which file went where, for moving back; the keys stay where they are.
  /// - Throws: `locked` when a desk runs on it.
  public static func moveAside(
    _ location: StoreLocation, withArchive: Bool, at time: Date
  ) throws -> [(from: String, to: String)] {
    let lock = try StoreLock(path: location.lockPath)
    defer { lock.release() }
    let suffix = ".replaced-" + time.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    var moves: [(from: String, to: String)] = []
    for path in [location.ledgerPath] + (withArchive ? [location.archivePath] : []) {
      for part in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + part) {
        try FileManager.default.moveItem(atPath: path + part, toPath: path + suffix + part)
        moves.append((path + part, path + suffix + part))
      }
    }
    return moves
  }
}
