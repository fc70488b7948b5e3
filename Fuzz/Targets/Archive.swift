@testable import Archive

extension FuzzTarget {
  /// A page of the archive whose checksum fits, so that the fuzzer reaches what stands behind it.
  static let archivePage = FuzzTarget(name: "archive-page") { bytes in
    guard let reader = try? PageReader() else { return }
    let sum = checksum(bytes)
    let page = Array(bytes) + (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt32($0))) }
    var rows = 0
    page.withUnsafeBytes { page in
      try? reader.read(page) { _ in
        true
      } visit: { track, row in
        rows += 1
        _ = row.position(of: track.id)
        return rows % 1_000 == 0 ? .track : .row
      }
    }
    demand(rows <= ArchiveLimits.rowsPerPageMost, "a page has no more rows than the limit says")
  }
}
