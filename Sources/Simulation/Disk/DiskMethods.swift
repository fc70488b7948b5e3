import GRDBSQLite

/// What SQLite does with an open file of the simulated disk.
enum DiskMethods {
  /// The table of methods that every file points to; it stays for as long as the process.
  nonisolated(unsafe) static let table: UnsafeMutablePointer<sqlite3_io_methods> = {
    let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    var methods = sqlite3_io_methods()
    methods.iVersion = 2
    methods.xClose = { close($0) }
    methods.xRead = { read($0, $1, $2, $3) }
    methods.xWrite = { write($0, $1, $2, $3) }
    methods.xTruncate = { truncate($0, $1) }
    methods.xSync = { file, _ in sync(file) }
    methods.xFileSize = { file, size in
      guard let open = opened(file) else { return IOFailure.size }
      size?.pointee = Int64(open.file.bytes.count)
      return SQLITE_OK
    }
    methods.xLock = { file, level in DiskLocks.lock(opened(file), level) }
    methods.xUnlock = { file, level in DiskLocks.unlock(held(file), level) }
    methods.xCheckReservedLock = { file, result in
      guard let open = opened(file) else { return IOFailure.checkReservedLock }
      result?.pointee = open.file.locks.reserved == nil ? 0 : 1
      return SQLITE_OK
    }
    methods.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
    methods.xSectorSize = { _ in 4096 }
    methods.xDeviceCharacteristics = { _ in SQLITE_IOCAP_POWERSAFE_OVERWRITE }
    methods.xShmMap = { file, index, bytes, extend, target in
      DiskLocks.map(opened(file), Int(index), Int(bytes), extend != 0, target)
    }
    methods.xShmLock = { file, first, count, flags in
      DiskLocks.lockShared(held(file), Int(first), Int(count), flags)
    }
    methods.xShmBarrier = { _ in }
    methods.xShmUnmap = { file, deletes in DiskLocks.unmap(held(file), deletes != 0) }
    table.initialize(to: methods)
    return table
  }()

  /// The file, as long as the process that opened it lives.
  private static func opened(_ raw: UnsafeMutablePointer<sqlite3_file>?) -> DiskSystem.OpenFile? {
    guard let open = held(raw), let disk = DiskSystem.disk, open.life == disk.life else { return nil }
    return open
  }

  private static func held(_ raw: UnsafeMutablePointer<sqlite3_file>?) -> DiskSystem.OpenFile? {
    raw?.withMemoryRebound(to: DiskSystem.Handle.self, capacity: 1) { $0.pointee.open?.takeUnretainedValue() }
  }

  private static func close(_ raw: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
    if let open = held(raw) {
      _ = DiskLocks.unlock(open, SQLITE_LOCK_NONE)
      _ = DiskLocks.unmap(open, false)
      if open.removesAtClose, let path = open.path, let disk = DiskSystem.disk, disk.life == open.life {
        disk.remove(path, syncsFolder: false)
      }
    }
    raw?.withMemoryRebound(to: DiskSystem.Handle.self, capacity: 1) { handle in
      handle.pointee.open?.release()
      handle.pointee.open = nil
    }
    raw?.pointee.pMethods = nil
    return SQLITE_OK
  }

  private static func read(
    _ raw: UnsafeMutablePointer<sqlite3_file>?, _ target: UnsafeMutableRawPointer?, _ count: Int32, _ offset: Int64
  ) -> Int32 {
    guard let open = opened(raw), let disk = DiskSystem.disk, let target else { return IOFailure.read }
    if case .failing = disk.fails("read", Int(offset)) { return IOFailure.read }
    let room = UnsafeMutableRawBufferPointer(start: target, count: Int(count))
    let found = open.file.read(room, at: Int(offset))
    if found == room.count { return SQLITE_OK }
    UnsafeMutableRawBufferPointer(rebasing: room[found...]).initializeMemory(as: UInt8.self, repeating: 0)
    return IOFailure.shortRead
  }

  private static func write(
    _ raw: UnsafeMutablePointer<sqlite3_file>?, _ source: UnsafeRawPointer?, _ count: Int32, _ offset: Int64
  ) -> Int32 {
    guard let open = opened(raw), let disk = DiskSystem.disk, let source else { return IOFailure.write }
    let growing = max(0, Int(offset) + Int(count) - open.file.bytes.count)
    switch disk.fails("write", Int(offset), growing: growing) {
    case .failing: return IOFailure.write
    case .full: return SQLITE_FULL
    default: break
    }
    let bytes = UnsafeRawBufferPointer(start: source, count: Int(count))
    disk.note(bytes)
    open.file.write(bytes, at: Int(offset))
    return SQLITE_OK
  }

  private static func truncate(_ raw: UnsafeMutablePointer<sqlite3_file>?, _ size: Int64) -> Int32 {
    guard let open = opened(raw), let disk = DiskSystem.disk else { return IOFailure.truncate }
    if case .failing = disk.fails("truncate", Int(size)) { return IOFailure.truncate }
    open.file.truncate(to: Int(size))
    return SQLITE_OK
  }

  private static func sync(_ raw: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
    guard let open = opened(raw), let disk = DiskSystem.disk else { return IOFailure.sync }
    if case .failing = disk.fails("sync", open.file.bytes.count) { return IOFailure.sync }
    disk.sync(open.file, path: open.path)
    if open.syncsFolder {
      open.syncsFolder = false
      disk.syncFolder()
    }
    return SQLITE_OK
  }
}
