#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many files, and so connections, the machine lets the process have open.
enum OpenFiles {
  /// The files that the desk opens beside its connections, with room to spare.
  static let reserved = 256

  /// Asks for as many as are wanted.
  /// - Returns: how many connections the desk can carry, at most those wanted.
  static func makeRoom(forConnections wanted: Int) -> Int {
    var limit = rlimit()
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    guard getrlimit(files, &limit) == 0 else { return wanted }
    let needed = rlim_t(wanted + reserved)
    if limit.rlim_cur < needed {
      limit.rlim_cur = min(needed, limit.rlim_max)
      _ = setrlimit(files, &limit)
      guard getrlimit(files, &limit) == 0 else { return wanted }
    }
    guard limit.rlim_cur < needed else { return wanted }
    return max(1, Int(limit.rlim_cur) - reserved)
  }
}
