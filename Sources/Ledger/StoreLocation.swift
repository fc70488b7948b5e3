import Foundation

/// Where the files of one store lie.
public struct StoreLocation: Hashable, Sendable {
  /// The ledger: entries, tree, checkpoints and views.
  public let ledgerPath: String

  /// The key store, apart from the ledger so that a copy of one without the other opens nothing.
  public let keysPath: String

  /// The folder of the position archive.
  public var archivePath: String { ledgerPath + ".archive" }

  /// The file whose lock says that a process writes to the store.
  public var lockPath: String { ledgerPath + ".lock" }

  /// The file that says how many entries had become durable.
  public var headPath: String { ledgerPath + ".head" }

  /// The file that reserves room on the disk for what must never be refused.
  public var reservePath: String { ledgerPath + ".reserve" }

  /// Names the files of the store at a path.
  ///
  /// - Parameters:
  ///   - path: The ledger's file, or a folder (one that exists, or any path that ends in `/`), in which the file is
  ///     then called `foreland.sqlite`.
  ///   - keys: The key store's file; by default it is the ledger's path followed by `.keys`.
  public init(path: String, keys: String? = nil) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if path.hasSuffix("/") {
      ledgerPath = path + "foreland.sqlite"
    } else if exists, isFolder.boolValue {
      ledgerPath = path + "/foreland.sqlite"
    } else {
      ledgerPath = path
    }
    keysPath = keys ?? ledgerPath + ".keys"
  }
}
