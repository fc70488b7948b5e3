import Foundation
import GRDBSQLite
import Synchronization

/// Registers the simulated disk as the file system of every SQLite connection of the process.
enum DiskSystem {
  /// The disk of the simulation that runs; there is one at a time in a process.
  nonisolated(unsafe) static var disk: SimulatedDisk?

  /// A file as SQLite holds it: its own part, and ours behind it.
  struct Handle {
    var base: sqlite3_file
    var open: Unmanaged<OpenFile>?
  }

  /// A file that a connection has open.
  final class OpenFile {
    let file: DiskFile
    let path: String?
    let life: Int
    let removesAtClose: Bool
    /// The folder is synced with the first sync of a journal that was made.
    var syncsFolder: Bool
    var lockLevel = SQLITE_LOCK_NONE
    var sharedMemory: SharedMemory?

    init(_ file: DiskFile, path: String?, life: Int, removesAtClose: Bool, syncsFolder: Bool) {
      self.file = file
      self.path = path
      self.life = life
      self.removesAtClose = removesAtClose
      self.syncsFolder = syncsFolder
    }
  }

  static let longestPath = 512

  /// Makes a disk the one on which SQLite works from now on, and SQLite's randomness that of the disk.
  static func use(_ disk: SimulatedDisk) {
    _ = registered
    self.disk = disk
    sqlite3_randomness(0, nil)
  }

  private static let registered: Bool = {
    sqlite3_initialize()
    let name = strdup("simulated")
    let system = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    var vfs = sqlite3_vfs()
    vfs.iVersion = 2
    vfs.szOsFile = Int32(MemoryLayout<Handle>.size)
    vfs.mxPathname = Int32(longestPath)
    vfs.zName = UnsafePointer(name)
    vfs.xOpen = { _, name, file, flags, outFlags in open(name, file, flags, outFlags) }
    vfs.xDelete = { _, name, syncsFolder in delete(name, syncsFolder) }
    vfs.xAccess = { _, name, _, result in access(name, result) }
    vfs.xFullPathname = { _, name, room, target in
      guard let name, let target, strlen(name) < Int(room) else { return SQLITE_CANTOPEN }
      strcpy(target, name)
      return SQLITE_OK
    }
    vfs.xRandomness = { _, count, target in
      guard let disk, let target else { return 0 }
      for (place, byte) in disk.randomBytes(Int(count)).enumerated() { target[place] = CChar(bitPattern: byte) }
      return count
    }
    vfs.xSleep = { _, microseconds in microseconds }
    vfs.xCurrentTime = { _, days in
      days?.pointee = 2_440_587.5
      return SQLITE_OK
    }
    vfs.xCurrentTimeInt64 = { _, milliseconds in
      milliseconds?.pointee = 210_866_760_000_000
      return SQLITE_OK
    }
    vfs.xGetLastError = { _, _, _ in 0 }
    system.initialize(to: vfs)
    return sqlite3_vfs_register(system, 1) == SQLITE_OK
  }()

  private static func open(
    _ name: UnsafePointer<CChar>?, _ raw: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
    _ outFlags: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    guard let disk, let raw else { return SQLITE_CANTOPEN }
    // SQLite closes only what has methods.
    raw.pointee.pMethods = nil
    if disk.fails("open", Int(flags)) != nil, disk.trouble != .full(room: 0) { return SQLITE_CANTOPEN }
    let path = name.map { String(cString: $0) }
    var made = false
    let file: DiskFile
    if let path, let known = disk.file(path) {
      file = known
    } else {
      guard flags & SQLITE_OPEN_CREATE != 0 || path == nil else { return SQLITE_CANTOPEN }
      file = path.map { disk.make($0) } ?? DiskFile()
      made = true
    }
    let isJournal = flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL) != 0
    let open = OpenFile(
      file, path: path, life: disk.life, removesAtClose: flags & SQLITE_OPEN_DELETEONCLOSE != 0,
      syncsFolder: made && isJournal)
    raw.withMemoryRebound(to: Handle.self, capacity: 1) { handle in
      handle.pointee.open = Unmanaged.passRetained(open)
      handle.pointee.base.pMethods = UnsafePointer(DiskMethods.table)
    }
    outFlags?.pointee = flags
    return SQLITE_OK
  }

  private static func delete(_ name: UnsafePointer<CChar>?, _ syncsFolder: Int32) -> Int32 {
    guard let disk, let name else { return IOFailure.delete }
    if disk.fails("delete", Int(syncsFolder)) != nil { return IOFailure.delete }
    let path = String(cString: name)
    guard disk.file(path) != nil else { return IOFailure.deleteMissing }
    disk.remove(path, syncsFolder: syncsFolder != 0)
    return SQLITE_OK
  }

  private static func access(_ name: UnsafePointer<CChar>?, _ result: UnsafeMutablePointer<Int32>?) -> Int32 {
    guard let disk, let name else { return IOFailure.access }
    result?.pointee = (disk.file(String(cString: name))?.bytes.isEmpty ?? true) ? 0 : 1
    return SQLITE_OK
  }
}
