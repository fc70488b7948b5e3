import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// What the process uses of the machine.
struct ProcessReport: Sendable {
  /// The time of the processor that it took since it began, in seconds.
  let processorSeconds: Double
  /// The memory that it holds; nil where the system does not say.
  let memoryBytes: Int?
  /// The files and connections that it holds open; nil where the system does not say.
  let openFiles: Int?

  init() {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
    processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    // Pages: the whole, then those in memory (proc(5), statm).
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
    memoryBytes = pages.flatMap { $0.count > 1 ? Int($0[1]) : nil }.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
    openFiles = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
  }
}
