/// A file of the simulated disk: its bytes as programs see them, and what has been done to them since the last sync.
final class DiskFile {
  /// Something done to the bytes that no sync has confirmed yet.
  struct Change {
    var offset: Int
    /// What stood there before, as far as the file reached.
    var before: [UInt8]
    /// What was written; nil when the file was cut at the offset.
    var after: [UInt8]?
    var sizeBefore: Int
  }

  /// Bytes that a disk writes whole or not at all.
  static let sectorBytes = 512
  private static let zeros = [UInt8](repeating: 0, count: 65_536)

  private(set) var bytes: [UInt8] = []
  private(set) var unsynced: [Change] = []
  var locks = FileLocks()
  var sharedMemory: SharedMemory?

  func read(_ target: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    let count = max(0, min(target.count, bytes.count - offset))
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
    return count
  }

  func write(_ source: UnsafeRawBufferPointer, at offset: Int) {
    let end = offset + source.count
    let before = offset < bytes.count ? Array(bytes[offset..<min(end, bytes.count)]) : []
    unsynced.append(Change(offset: offset, before: before, after: Array(source), sizeBefore: bytes.count))
    put(source, at: offset)
  }

  func truncate(to size: Int) {
    guard size < bytes.count else { return }
    unsynced.append(
      Change(offset: size, before: Array(bytes[size...]), after: nil, sizeBefore: bytes.count))
    bytes.removeLast(bytes.count - size)
  }

  func sync() { unsynced.removeAll(keepingCapacity: true) }

  /// What the power leaves: of the changes since the last sync each is there, or not, or in part, in no order.
  func losePower(_ chance: inout Chance) {
    let changes = unsynced
    for change in changes.reversed() { undo(change) }
    unsynced = []
    // Often the disk had written all, or nothing, or what came first; sometimes anything.
    let manner = chance.below(4)
    let kept = manner == 0 ? changes.count : manner == 1 ? 0 : chance.below(changes.count + 1)
    for (place, change) in changes.enumerated() {
      if manner < 3 ? place < kept : chance.oneIn(2) { redo(change, torn: chance.oneIn(8), &chance) }
    }
    locks = FileLocks()
    sharedMemory = nil
  }

  /// What remains of a process that ended: the operating system still writes everything out.
  func loseProcess() {
    locks = FileLocks()
    sharedMemory = nil
  }

  /// Changes one bit, as a failing disk does.
  func flip(at offset: Int, bit: Int) {
    guard offset < bytes.count else { return }
    bytes[offset] ^= 1 << UInt8(bit)
  }

  private func put(_ source: UnsafeRawBufferPointer, at offset: Int) {
    let end = offset + source.count
    while bytes.count < end { bytes.append(contentsOf: Self.zeros[..<min(end - bytes.count, Self.zeros.count)]) }
    bytes.withUnsafeMutableBytes { target in
      UnsafeMutableRawBufferPointer(rebasing: target[offset..<end]).copyMemory(from: source)
    }
  }

  private func undo(_ change: Change) {
    if change.after == nil {
      bytes += change.before
    } else {
      if bytes.count > change.sizeBefore { bytes.removeLast(bytes.count - change.sizeBefore) }
      change.before.withUnsafeBytes { put($0, at: change.offset) }
    }
  }

  private func redo(_ change: Change, torn: Bool, _ chance: inout Chance) {
    guard let after = change.after else {
      if change.offset < bytes.count { bytes.removeLast(bytes.count - change.offset) }
      return
    }
    let sectors = (after.count + Self.sectorBytes - 1) / Self.sectorBytes
    let length = torn ? min(after.count, chance.below(sectors + 1) * Self.sectorBytes) : after.count
    after.withUnsafeBytes { put(UnsafeRawBufferPointer(rebasing: $0[..<length]), at: change.offset) }
  }
}

/// Who holds which lock on a file, as SQLite's locking has it.
struct FileLocks {
  var shared: Set<ObjectIdentifier> = []
  var reserved: ObjectIdentifier?
  var pending: ObjectIdentifier?
  var exclusive: ObjectIdentifier?
}

/// What the connections to one file share in memory: the index of the log, and its locks.
final class SharedMemory {
  static let lockCount = 8

  private(set) var regions: [UnsafeMutableRawPointer] = []
  var sharedLocks: [Set<ObjectIdentifier>] = Array(repeating: [], count: lockCount)
  var exclusiveLocks: [ObjectIdentifier?] = Array(repeating: nil, count: lockCount)

  func region(_ index: Int, bytes: Int, extending: Bool) -> UnsafeMutableRawPointer? {
    while regions.count <= index {
      guard extending else { return nil }
      let region = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
      region.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
      regions.append(region)
    }
    return regions[index]
  }

  func release(_ holder: ObjectIdentifier) {
    for index in 0..<Self.lockCount {
      sharedLocks[index].remove(holder)
      if exclusiveLocks[index] == holder { exclusiveLocks[index] = nil }
    }
  }

  deinit { for region in regions { region.deallocate() } }
}
