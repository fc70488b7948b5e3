import Ledger

/// A disk that is a value: what is not synced is lost, torn or reordered with the power, and reading, writing and
/// syncing fail when the seed says so.
final class SimulatedDisk: @unchecked Sendable {
  // Only the scheduler's one thread touches it, which every call checks.

  /// What a disk does wrong beside losing power.
  enum Trouble: Equatable {
    case none
    /// One call in so many fails.
    case failing(oneIn: Int)
    /// No file can grow past what the disk holds now and so many bytes more.
    case full(room: Int)
  }

  /// What the disk is called among SQLite's.
  static let folder = "/simulated"

  private let trace: Trace
  private let checkThread: () -> Void
  private var chance: Chance
  private var names: [String: DiskFile] = [:]
  /// What the folder is known to hold after a loss of power, and what has been made or removed since.
  private var durableNames: [String: DiskFile] = [:]
  private var unsyncedNames: [(path: String, file: DiskFile?)] = []
  private var lockHeldIn: Int?
  var trouble = Trouble.none
  /// Planted: says that it has synced and has not.
  var liesAboutSyncs = false
  /// Planted: what is synced to the ledger's log is confirmed and not written, as if the desk had not waited for it.
  var losesLog = false
  /// Counts up with each loss: what was opened before can do nothing any more.
  private(set) var life = 0
  private(set) var syncs = 0

  init(chance: Chance, trace: Trace, checkThread: @escaping () -> Void) {
    self.chance = chance
    self.trace = trace
    self.checkThread = checkThread
  }

  /// What the desk does with its files beside SQLite.
  var storeFiles: StoreFiles {
    StoreFiles(
      size: { path in self.file(path).map { Int64($0.bytes.count) } },
      create: { path in
        self.checkThread()
        if self.file(path) == nil { self.make(path) }
      },
      lock: { path in
        guard self.lockHeldIn != self.life else {
          throw LedgerError(.locked, "The store is in use.", place: path)
        }
        let life = self.life
        self.lockHeldIn = life
        return { if self.lockHeldIn == life { self.lockHeldIn = nil } }
      })
  }

  func file(_ path: String) -> DiskFile? { names[path] }

  @discardableResult
  func make(_ path: String) -> DiskFile {
    let file = DiskFile()
    names[path] = file
    unsyncedNames.append((path, file))
    return file
  }

  func remove(_ path: String, syncsFolder: Bool) {
    names[path] = nil
    unsyncedNames.append((path, nil))
    if syncsFolder { syncFolder() }
  }

  func syncFolder() {
    guard !liesAboutSyncs else { return }
    durableNames = names
    unsyncedNames = []
  }

  /// Confirms the bytes of a file, and that it is there.
  func sync(_ file: DiskFile, path: String?) {
    syncs += 1
    guard !liesAboutSyncs, !(losesLog && path?.hasSuffix("sqlite-wal") == true) else { return }
    file.sync()
    if let path, names[path] === file {
      durableNames[path] = file
      unsyncedNames.removeAll { $0.path == path }
    }
  }

  /// Ends the process that has files open; with the power goes what was not synced.
  func end(losingPower: Bool) {
    life += 1
    for path in names.keys.sorted() { names[path]?.loseProcess() }
    if losingPower {
      var left = durableNames
      for change in unsyncedNames where chance.oneIn(2) { left[change.path] = change.file }
      for path in left.keys.sorted() { left[path]?.losePower(&chance) }
      names = left
      durableNames = left
      unsyncedNames = []
    }
    trace.note(names.keys.sorted().joined(separator: " "))
    for path in names.keys.sorted() { trace.note(names[path]?.bytes ?? []) }
  }

  /// Notes a call, and says whether it fails.
  func fails(_ call: StaticString, _ number: Int, growing bytes: Int = 0) -> Trouble? {
    checkThread()
    trace.note(UInt64(UInt(bitPattern: call.utf8CodeUnitCount)) &+ UInt64(truncatingIfNeeded: number) << 8)
    switch trouble {
    case .none: return nil
    case .failing(let oneIn): return chance.oneIn(oneIn) ? trouble : nil
    case .full(let room):
      guard bytes > 0 else { return nil }
      guard bytes <= room else { return trouble }
      trouble = .full(room: room - bytes)
      return nil
    }
  }

  /// Lets the simulation itself read, whatever the disk does to the desk.
  func calmly<Value>(_ body: () throws -> Value) rethrows -> Value {
    let present = trouble
    trouble = .none
    defer { trouble = present }
    return try body()
  }

  func note(_ bytes: UnsafeRawBufferPointer) { trace.note(bytes) }

  func randomBytes(_ count: Int) -> [UInt8] { chance.bytes(count) }

  /// Changes a bit somewhere in a file.
  func flipBit(in path: String) -> Bool {
    guard let file = names[path], file.bytes.count > 4096 else { return false }
    file.flip(at: 4096 + chance.below(file.bytes.count - 4096), bit: chance.below(8))
    return true
  }
}
