import Foundation

/// The file that holds room on the disk by being there, and how much room is left beside it.
struct ReserveFile: Sendable {
  let path: String

  /// How many bytes it holds.
  var bytes: Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// What is left on its disk for whoever is not the superuser, in bytes; nil when the system does not say.
  var freeBytes: Int64? {
    var status = statvfs()
    let folder = (path as NSString).deletingLastPathComponent
    guard statvfs(folder.isEmpty ? "." : folder, &status) == 0 else { return nil }
    return Int64(clamping: UInt64(status.f_bavail)).multipliedReportingOverflow(by: Int64(status.f_frsize)).partialValue
  }

  /// Makes the file so many bytes long, with the room for all of them taken from the disk; false when there is not so much.
  func hold(_ wanted: Int64) -> Bool {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let before = bytes
    if wanted < before { return ftruncate(descriptor, off_t(wanted)) == 0 }
    guard posix_fallocate(descriptor, 0, off_t(wanted)) == 0 else {
      // What could be had of it is given back, or the attempt itself would fill the disk.
      _ = ftruncate(descriptor, off_t(before))
      return false
    }
    return true
  }
}
