import Foundation
import Ledger

/// Files beside a store that hold in plain what its entries hold sealed, and that an erasure within the store cannot reach.
struct PlainCopies {
  let location: StoreLocation
  /// Where the sheets for printing lie.
  let paperFolder: String

  init(_ location: StoreLocation, paperFolder: String?) {
    self.location = location
    self.paperFolder = paperFolder ?? location.ledgerPath + ".paper"
  }

  /// Removes the sheets, which are made anew, and copies of the archive from before an upgrade, which have an earlier form.
  ///
  /// - Returns: what was removed.
  func remove() throws -> [String] {
    let copies = beside(location.archivePath + ".before-form-")
    let sheets = try contents(paperFolder).filter { $0.hasSuffix(".html") || $0.hasSuffix(".partial") }
    let paths = copies + sheets.map { paperFolder + "/" + $0 }
    for path in paths { try FileManager.default.removeItem(atPath: path) }
    return paths
  }

  /// Whole stores that a restored one took the place of. Their owner decides about them.
  func replaced() -> [String] {
    beside(location.ledgerPath + ".replaced-") + beside(location.archivePath + ".replaced-")
  }

  private func beside(_ prefix: String) -> [String] {
    let url = URL(fileURLWithPath: prefix)
    let folder = url.deletingLastPathComponent().path
    let names = (try? contents(folder)) ?? []
    return names.filter { $0.hasPrefix(url.lastPathComponent) }.sorted().map { folder + "/" + $0 }
  }

  private func contents(_ folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
  }
}
