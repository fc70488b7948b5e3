import Foundation
import GRDB

/// What is done with the file of a ledger around the connections to it.
enum SQLiteFile {
  /// Says which version of the schema a file has; nil when there is no file, or an empty one.
  ///
  /// It is asked before the file is opened for writing, so that a file which is not ours is left untouched.
  static func check(path: String, files: StoreFiles = .system) throws -> Int? {
    guard let size = files.size(path), size != 0 else { return nil }
    return try translating(path) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.label = "ledger check"
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      return try queue.unsafeRead { db in
        let applicationID = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard applicationID == SQLiteSchema.applicationID else {
          throw LedgerError(
            .corrupt, "This is an SQLite file, but not a ledger of Foreland. Check the path.", place: path)
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= SQLiteSchema.version else {
          throw LedgerError(
            .storeTooNew,
            "The store has format \(version), and this program knows formats up to \(SQLiteSchema.version). "
              + "Use the newer program that wrote it.", place: path)
        }
        return version
      }
    }
  }

  /// Makes an empty file that only its owner may read: views hold in plain what entries hold sealed.
  static func create(path: String) throws {
    try createFolder(of: path)
    if FileManager.default.fileExists(atPath: path) { return }
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw LedgerError(.denied, "The file cannot be made. Check the folder's permissions.", place: path)
    }
  }

  /// Makes the folder of a file, where it is missing.
  static func createFolder(of path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    if folder.isEmpty { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LedgerError(
        .denied, "The folder cannot be made. Check the path and its permissions.", place: folder, cause: error)
    }
  }

  /// Runs a body and turns SQLite's errors into the ledger's.
  static func translating<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw LedgerError(storage: error, path: path)
    }
  }
}

extension LedgerError {
  /// Says in the ledger's words what SQLite reports.
  init(storage error: DatabaseError, path: String) {
    let (code, message): (Code, String) =
      switch error.resultCode {
      case .SQLITE_FULL:
        (.diskFull, "The disk is full. Free some room; nothing that was acknowledged is lost.")
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        (.corrupt, "The file is damaged or not a ledger. Run verify, and restore from a backup.")
      case .SQLITE_BUSY, .SQLITE_LOCKED:
        (.locked, "Another process holds the store. Stop it, or wait until it is done.")
      case .SQLITE_CANTOPEN:
        (.denied, "The file cannot be opened. Check that it exists and its permissions.")
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
        (.denied, "The file may not be written. Check its permissions and those of its folder.")
      case .SQLITE_IOERR:
        (.storage, "The disk does not read or write as it should. Check the machine's log for its errors.")
      case .SQLITE_MISUSE where error.message?.contains("closed") ?? false:
        (.closed, "The ledger has been closed.")
      default:
        (.storage, "The store refused an operation.")
      }
    self.init(code, message, place: path, cause: error)
  }
}
