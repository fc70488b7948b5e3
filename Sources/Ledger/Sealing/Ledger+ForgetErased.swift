extension Ledger {
  /// Destroys in a copy of the key store what the ledger says is erased, so that the copy opens nothing of it.
  ///
  /// Copies of the keys that lie elsewhere are out of an erasure's reach: each must be treated so, or be destroyed.
  ///
  /// - Returns: how many subjects were erased up to now.
  /// - Throws: `keysMissing` when there is no copy, `corrupt` when it is another ledger's.
  @discardableResult
  public func forgetErased(inCopyOfKeys path: String) throws -> Int {
    let copy = try KeyStore.open(path: path, readonly: false)
    try copy.checkBelongs(to: origin)
    let announced = try Erasure.announced(in: writer.store, after: 0)
    for erased in announced {
      for subject in erased.subjects { try copy.destroy(owner: subject, firstUsedBefore: erased.sequence) }
    }
    try copy.close()
    return announced.count
  }
}
