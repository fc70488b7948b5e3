import GRDBSQLite

/// The locks of a file and of its shared memory, as SQLite's documentation of `xLock` and `xShmLock` has them.
enum DiskLocks {
  static func lock(_ open: DiskSystem.OpenFile?, _ level: Int32) -> Int32 {
    guard let open else { return IOFailure.lock }
    guard level > open.lockLevel else { return SQLITE_OK }
    let me = ObjectIdentifier(open)
    let file = open.file
    func isOther(_ holder: ObjectIdentifier?) -> Bool { holder != nil && holder != me }
    switch level {
    case SQLITE_LOCK_SHARED:
      if isOther(file.locks.pending) || isOther(file.locks.exclusive) { return SQLITE_BUSY }
      file.locks.shared.insert(me)
    case SQLITE_LOCK_RESERVED:
      if isOther(file.locks.reserved) { return SQLITE_BUSY }
      file.locks.reserved = me
    default:
      if isOther(file.locks.pending) || isOther(file.locks.exclusive) || isOther(file.locks.reserved) {
        return SQLITE_BUSY
      }
      file.locks.pending = me
      open.lockLevel = SQLITE_LOCK_PENDING
      if file.locks.shared.contains(where: { $0 != me }) { return SQLITE_BUSY }
      file.locks.exclusive = me
    }
    open.lockLevel = level
    return SQLITE_OK
  }

  static func unlock(_ open: DiskSystem.OpenFile?, _ level: Int32) -> Int32 {
    guard let open else { return SQLITE_OK }
    let me = ObjectIdentifier(open)
    let file = open.file
    if file.locks.exclusive == me { file.locks.exclusive = nil }
    if file.locks.pending == me { file.locks.pending = nil }
    if file.locks.reserved == me { file.locks.reserved = nil }
    if level == SQLITE_LOCK_NONE { file.locks.shared.remove(me) } else { file.locks.shared.insert(me) }
    open.lockLevel = level
    return SQLITE_OK
  }

  static func map(
    _ open: DiskSystem.OpenFile?, _ index: Int, _ bytes: Int, _ extending: Bool,
    _ target: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
  ) -> Int32 {
    guard let open else { return IOFailure.sharedMap }
    let memory = open.sharedMemory ?? open.file.sharedMemory ?? SharedMemory()
    open.sharedMemory = memory
    open.file.sharedMemory = memory
    target?.pointee = memory.region(index, bytes: bytes, extending: extending)
    return SQLITE_OK
  }

  static func lockShared(_ open: DiskSystem.OpenFile?, _ first: Int, _ count: Int, _ flags: Int32) -> Int32 {
    guard let open, let memory = open.sharedMemory else { return IOFailure.sharedLock }
    let me = ObjectIdentifier(open)
    let range = first..<(first + count)
    if flags & SQLITE_SHM_UNLOCK != 0 {
      for index in range {
        memory.sharedLocks[index].remove(me)
        if memory.exclusiveLocks[index] == me { memory.exclusiveLocks[index] = nil }
      }
      return SQLITE_OK
    }
    let isExclusive = flags & SQLITE_SHM_EXCLUSIVE != 0
    for index in range {
      if let holder = memory.exclusiveLocks[index], holder != me { return SQLITE_BUSY }
      if isExclusive, memory.sharedLocks[index].contains(where: { $0 != me }) { return SQLITE_BUSY }
    }
    for index in range {
      if isExclusive { memory.exclusiveLocks[index] = me } else { memory.sharedLocks[index].insert(me) }
    }
    return SQLITE_OK
  }

  static func unmap(_ open: DiskSystem.OpenFile?, _ deletes: Bool) -> Int32 {
    guard let open, let memory = open.sharedMemory else { return SQLITE_OK }
    memory.release(ObjectIdentifier(open))
    open.sharedMemory = nil
    if deletes, open.file.sharedMemory === memory { open.file.sharedMemory = nil }
    return SQLITE_OK
  }
}
