import Foundation
import GRDB

/// That a store of an earlier form was brought to the present one, and where it lies as it was before.
public struct StoreUpgrade: Hashable, Sendable {
  /// The number of the form that the store had.
  public let from: Int
  /// The number of the form that it has now.
  public let to: Int
  /// The store as it was, which the earlier program restores with `foreland ledger restore --replace`.
  public let backupPath: String

  /// Room that must be left on the disk beside the copy, in bytes.
  static let roomLeft: Int64 = 64 << 20

  /// Copies a store of an earlier form before anything changes it.
  ///
  /// The copy holds the ledger's own tables, as every backup does: views are folded anew by the program that opens it.
  ///
  /// - Returns: nil when there is no store, or it has the present form.
  /// - Throws: `diskFull` before anything is written when there is not room for both; what the copying throws.
  static func backUp(
    _ path: String, to version: Int = SQLiteSchema.version, clock: () -> Int64
  ) throws -> StoreUpgrade? {
    guard let present = try SQLiteFile.check(path: path), present < version else { return nil }
    let time = Date(timeIntervalSince1970: Double(clock()) / 1000)
      .formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    let backup = "\(path).before-form-\(version)-\(time)"
    let upgrade = StoreUpgrade(from: present, to: version, backupPath: backup)
    // An upgrade that was interrupted after its copy was made goes on with that copy.
    if FileManager.default.fileExists(atPath: backup) { return upgrade }
    try checkRoom(for: path)
    let partial = backup + ".partial"
    try? FileManager.default.removeItem(atPath: partial)
    do {
      try SQLiteFile.create(path: partial)
      try SQLiteFile.translating(path) { try copy(path, to: partial) }
      try FileManager.default.moveItem(atPath: partial, toPath: backup)
    } catch {
      for suffix in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: partial + suffix) }
      throw error
    }
    return upgrade
  }

  private static func checkRoom(for path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    let system = try? FileManager.default.attributesOfFileSystem(forPath: folder.isEmpty ? "." : folder)
    let file = try? FileManager.default.attributesOfItem(atPath: path)
    guard let free = system?[.systemFreeSize] as? Int64, let size = file?[.size] as? Int64, free < 2 * size + roomLeft
    else { return }
    throw LedgerError(
      .diskFull,
      "This store has an earlier form, and there is no room for the copy that is made before it is upgraded. "
        + "Nothing was changed. Free \((2 * size + roomLeft - free) >> 20) MiB and start again.", place: path)
  }

  /// Copies page by page, so that nothing of the earlier form is lost, and then drops what views hold in plain.
  private static func copy(_ path: String, to partial: String) throws {
    var reading = Configuration()
    reading.readonly = true
    reading.label = "upgrade"
    let source = try DatabaseQueue(path: path, configuration: reading)
    var writing = Configuration()
    writing.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL") }
    let copy = try DatabaseQueue(path: partial, configuration: writing)
    try source.backup(to: copy)
    try source.close()
    try copy.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
      let kept = Set(SQLiteSchema.tables)
      // Virtual tables first: they take the tables that they keep their words in along.
      let names = try String.fetchAll(
        db,
        sql:
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC"
      )
      for name in names where !kept.contains(name) {
        try db.execute(sql: "DROP TABLE IF EXISTS \(name.quotedDatabaseIdentifier)")
      }
      try db.execute(sql: "DELETE FROM view; VACUUM")
    }
    try copy.close()
  }
}

extension StoreUpgrade: CustomStringConvertible {
  /// What happened and how to go back, for whoever started the program.
  public var description: String {
    "The store had form \(from) and now has form \(to). As it was before, it lies in \(backupPath). To go back: stop the desk, and "
      + "with the earlier program run `foreland ledger restore --replace --from \(backupPath) --store STORE`."
  }
}
