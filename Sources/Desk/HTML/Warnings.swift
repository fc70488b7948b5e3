import Ledger
import Operations

/// What is wrong with the machine under the desk, in sentences that stand on every page.
struct Warnings: Sendable {
  var storage: StorageState?
  var clock: ClockWatch.Report?

  /// One sentence for each thing that is wrong.
  func sentences(_ strings: Strings) -> [String] {
    [storageSentence(strings), clockSentence(strings)].compactMap { $0 }
  }

  private func storageSentence(_ strings: Strings) -> String? {
    guard let storage, !storage.isAmple else { return nil }
    return strings(
      "picture.banner.storage-\(storage.level.rawValue)", ["minutes": "\(storage.reserveSeconds / 60)"])
  }

  private func clockSentence(_ strings: Strings) -> String? {
    if let moved = clock?.movedSeconds {
      let key = moved < 0 ? "picture.banner.clock-back" : "picture.banner.clock-forward"
      return strings(key, ["seconds": "\(Int64(moved.magnitude.rounded()))"])
    }
    return clock?.behindSeconds.map { behind in
      strings("picture.banner.clock-behind", ["seconds": "\(Int64(behind.rounded()))"])
    }
  }
}
