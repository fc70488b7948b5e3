import Foundation

extension LedgerReader {
  /// Copies the ledger while it is in use.
  ///
  /// - Parameters:
  ///   - path: Where the copy is to lie; nothing may be there.
  ///   - keysPath: Where a copy of the keys is to lie, if one is wanted. Keep it elsewhere than the ledger's: together
  ///     they open everything, and an erasure reaches neither.
  /// - Throws: `storeExists`, `diskFull`, `denied`, or `keysMissing` when keys are wanted and there are none.
  public func backup(to path: String, keys keysPath: String? = nil) throws {
    try LedgerCopy(source: location.ledgerPath, destination: path).run()
    // After the ledger's, so that no entry of the copy lacks its key.
    if let keysPath { try backup(keysTo: keysPath) }
  }

  /// Copies the keys alone; after the ledger, so that no entry of its copy lacks its key.
  public func backup(keysTo path: String) throws {
    try backupKeys(to: path)
  }
}

extension Ledger {
  /// Copies the ledger while it is in use; see `LedgerReader.backup(to:keys:)`.
  public func backup(to path: String, keys keysPath: String? = nil) throws {
    try reader.backup(to: path, keys: keysPath)
  }

  /// Verifies a backup and puts it where no ledger is yet.
  ///
  /// Erasures that the backup's entries announce are carried out again when the ledger is opened, so keys that had been
  /// destroyed do not come back with an older copy of the keys.
  ///
  /// - Parameters:
  ///   - backup: The copy of the ledger.
  ///   - keys: The copy of the keys; nil when the keys still lie where `location` names them.
  ///   - location: Where the ledger is to lie.
  /// - Returns: What the verification of the backup found; it is sound.
  /// - Throws: `corrupt` with the first bad entry when the backup is not sound, `storeExists`, `storeMissing`,
  ///   `keysMissing`.
  public static func restore(
    from backup: String, keys: String?, to location: StoreLocation, limits: LedgerLimits = LedgerLimits()
  ) throws -> VerifyReport {
    let lock = try StoreLock(path: location.lockPath)
    defer { lock.release() }
    let source = StoreLocation(path: backup, keys: keys ?? location.keysPath)
    let keyStore = try KeyStore.open(path: source.keysPath, readonly: true)
    let reader = try LedgerReader.open(source, limits: limits)
    let report = try reader.verify()
    guard report.isSound else {
      throw LedgerError(
        .corrupt, "The backup is not sound and was not restored; use an older one. \(report)", place: backup)
    }
    try LedgerCopy(source: source.ledgerPath, destination: location.ledgerPath).run()
    // What had been written to a ledger that lay here before says nothing about this one.
    if FileManager.default.fileExists(atPath: location.headPath) {
      try FileManager.default.removeItem(atPath: location.headPath)
    }
    if keys != nil { try keyStore.backup(to: location.keysPath) }
    try reader.close()
    try keyStore.close()
    return report
  }
}
