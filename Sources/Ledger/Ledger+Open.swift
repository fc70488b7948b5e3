extension Ledger {
  /// How many random bytes tell the origin of one ledger from all others.
  private static let originByteCount = 8
  /// How many bytes an Ed25519 key is made from.
  private static let seedByteCount = 32

  /// Opens the ledger at a place, or makes a new one where none is, and brings every view up to the last entry.
  ///
  /// - Parameters:
  ///   - location: Where the files lie; missing folders are made.
  ///   - views: Every view that is to be folded. One that is new, or whose version has changed, is folded anew.
  ///   - centre: The centre's name, from which a new ledger's origin is made; an existing ledger keeps its own.
  ///   - environment: Clock and randomness.
  ///   - limits: The bounds to work within.
  ///   - reserve: How much room to hold back on the disk for what must never be refused; nil for none.
  /// - Throws: `locked` when another process has it open, `storeTooNew`, `corrupt`, `keysMissing`, `storeMissing` when
  ///   keys lie there without their ledger, `denied`, `diskFull`, `viewFailed`.
  public static func open(
    _ location: StoreLocation, views: [any LedgerView], centre: String = "foreland",
    environment: LedgerEnvironment = .system, limits: LedgerLimits = LedgerLimits(), reserve: ReservePlan? = nil
  ) throws -> Ledger {
    let folding = try ViewFolding(views)
    let unlock = try environment.files.lock(location.lockPath)
    let upgrade = try StoreUpgrade.backUp(location.ledgerPath, clock: environment.clock)
    let room = reserve.map { StorageRoom(plan: $0, path: location.reservePath) }
    let store = try openStore(location, files: environment.files, limits: limits)
    let keys = try openKeys(location, store: store, centre: centre, environment: environment)
    let seed = try keys.signingSeed()
    let signer = try NoteSigner(name: keys.origin, seed: seed)
    let cosigner = try Cosigner(origin: keys.origin, seed: seed)
    try store.write { session in
      if try session.setting(.origin) == nil { try session.set(.origin, keys.origin) }
      if let kept = try session.setting(.verifier), kept != signer.verifier.text {
        throw LedgerError(
          .corrupt,
          "The key store does not hold the key that signs this ledger's checkpoints. Restore it from its copy.",
          place: location.keysPath)
      }
      if try session.setting(.verifier) == nil { try session.set(.verifier, signer.verifier.text) }
      if try session.setting(.cosigner) == nil { try session.set(.cosigner, cosigner.verifier.text) }
    }
    let ring = try KeyRing(store: keys, randomBytes: environment.randomBytes, limit: limits.keysCached)
    let opener = PartOpener(ring: ring)
    let tip = try store.read { try LedgerTip(origin: keys.origin, store: $0) }
    let mark = environment.files.headMark(location.headPath)
    if mark != nil, let marked = HeadMark.read(location.headPath), marked > tip.size {
      throw LedgerError.cutShort(size: tip.size, marked: marked, location)
    }
    mark?.note(tip.size)
    try keys.forgetUses(after: tip.size)
    try Erasure(store: store, ring: ring).carryOutAnnounced()
    try ViewCatchUp(store: store, folding: folding, opener: opener, limits: limits).run()
    let followers = Followers(buffered: limits.commitsBuffered)
    return Ledger(
      reader: LedgerReader(
        location: location, origin: keys.origin, verifierKey: signer.verifier.text, store: store, keys: keys,
        opener: opener, limits: limits),
      writer: LedgerWriter(
        store: store, ring: ring, folding: folding, signer: signer, tip: tip, environment: environment,
        limits: limits, followers: followers, room: room, mark: mark),
      cosigner: cosigner, environment: environment, limits: limits, followers: followers, unlock: unlock,
      upgrade: upgrade)
  }

  private static func openStore(
    _ location: StoreLocation, files: StoreFiles, limits: LedgerLimits
  ) throws -> SQLiteStore {
    if !files.exists(location.ledgerPath), files.exists(location.keysPath) {
      throw LedgerError(
        .storeMissing,
        "There are keys but no ledger. Restore the ledger from a backup, or move the keys away to begin a new one.",
        place: location.keysPath)
    }
    return try SQLiteStore(path: location.ledgerPath, readers: limits.readers, files: files)
  }

  /// Opens the keys, or makes them for a ledger that has just been made: such a one has no origin yet.
  private static func openKeys(
    _ location: StoreLocation, store: SQLiteStore, centre: String, environment: LedgerEnvironment
  ) throws -> KeyStore {
    let (origin, size) = try store.read { try ($0.setting(.origin), $0.size()) }
    if origin == nil, size == 0, !environment.files.exists(location.keysPath) {
      return try KeyStore.create(
        path: location.keysPath,
        origin: LedgerOrigin.make(centre: centre, randomBytes: environment.randomBytes(originByteCount)),
        signingSeed: environment.randomBytes(seedByteCount), files: environment.files)
    }
    let keys = try KeyStore.open(path: location.keysPath, readonly: false, files: environment.files)
    if let origin { try keys.checkBelongs(to: origin) }
    return keys
  }
}
