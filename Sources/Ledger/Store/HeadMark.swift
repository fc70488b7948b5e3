import Foundation
import Synchronization

/// A file that says how many entries had become durable: a ledger whose log was cut or lost is whole in itself, only shorter.
///
/// It is written after each commit and not synced, so it may lag after a power cut and is never ahead.
public final class HeadMark: Sendable {
  private let path: String
  private let descriptor: Mutex<Int32>

  /// Opens the mark of a ledger; nil when its file cannot be made, and then nothing is marked.
  init?(path: String) {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { return nil }
    self.path = path
    descriptor = Mutex(opened)
  }

  deinit {
    descriptor.withLock { _ = Glibc.close($0) }
  }

  /// Notes that so many entries are durable. Failing to is no failure of theirs.
  func note(_ size: Int64) {
    let bytes = Self.bytes(size)
    descriptor.withLock { _ = pwrite($0, bytes, bytes.count, 0) }
  }

  /// How many entries the file says had become durable; nil when there is none, or it is damaged.
  static func read(_ path: String) -> Int64? {
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)), bytes.count == lineBytes else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let size = Int64(words[0]), size >= 0, [UInt8](bytes) == Self.bytes(size) else {
      return nil
    }
    return size
  }

  private static let lineBytes = 40

  /// The number twice, the second time with every digit taken from nine, so that a damaged mark is known as one.
  private static func bytes(_ size: Int64) -> [UInt8] {
    let digits = String(size)
    let padded = String(repeating: "0", count: 19 - digits.utf8.count) + digits
    let mirrored = padded.utf8.map { UInt8(ascii: "9") - ($0 - UInt8(ascii: "0")) }
    return Array(padded.utf8) + [UInt8(ascii: " ")] + mirrored + [UInt8(ascii: "\n")]
  }
}

extension LedgerError {
  /// What a ledger is that has fewer entries than had become durable.
  static func cutShort(size: Int64, marked: Int64, _ location: StoreLocation) -> LedgerError {
    LedgerError(
      .corrupt,
      "The ledger has \(size) entries, and \(marked) had been written: the last ones are missing, so its file or its log "
        + "was cut, damaged or replaced. Restore a backup. If an older copy was put here on purpose, remove \(location.headPath).",
      place: location.ledgerPath)
  }
}
