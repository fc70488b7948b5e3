import Foundation
import GRDB

extension Archive {
  /// Copies an archive as it stands at one moment, while another process may be writing to it.
  ///
  /// What was received in the last second and is not in the file yet is not in the copy either. The copy appears whole or not
  /// at all, and only its owner may read it.
  ///
  /// - Throws: `ArchiveError` when there is a file at the destination already, or either file refuses.
  public static func backup(_ source: String, to destination: String) throws {
    let files = FileManager.default
    guard !files.fileExists(atPath: destination) else {
      throw ArchiveError(
        code: .cannotWrite, message: "There is a file here already, and a copy never replaces one.", cause: nil,
        place: destination)
    }
    let partial = destination + ".partial"
    try? files.removeItem(atPath: partial)
    do {
      guard files.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600]) else {
        throw CocoaError(.fileWriteNoPermission)
      }
      var reading = Configuration()
      reading.readonly = true
      reading.label = "archive backup"
      var writing = Configuration()
      writing.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      let from = try DatabaseQueue(path: source, configuration: reading)
      let to = try DatabaseQueue(path: partial, configuration: writing)
      try from.backup(to: to)
      try from.close()
      try to.close()
      try files.moveItem(atPath: partial, toPath: destination)
    } catch {
      for suffix in ["", "-wal", "-shm", "-journal"] { try? files.removeItem(atPath: partial + suffix) }
      throw ArchiveError(store: error, act: .cannotWrite, place: destination)
    }
  }

  /// Copies an archive of an earlier form before it is brought to the present one; nothing is done for one that is new or up to
  /// date.
  ///
  /// - Returns: where the copy lies, beside the archive; nil when none was needed.
  static func backUpBeforeUpgrade(
    _ path: String, _ pool: DatabasePool, _ migrator: DatabaseMigrator, now: Date
  ) throws -> String? {
    let (applied, isUpToDate) = try pool.read { db in
      (try migrator.appliedIdentifiers(db), try migrator.hasCompletedMigrations(db))
    }
    guard !applied.isEmpty, !isUpToDate else { return nil }
    let time = now.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    let destination = "\(path).before-form-\(migrator.migrations.count)-\(time)"
    if !FileManager.default.fileExists(atPath: destination) { try backup(path, to: destination) }
    return destination
  }
}
