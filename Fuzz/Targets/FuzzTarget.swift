/// One way by which bytes from outside enter the house, for libFuzzer and for the tests that replay what it found.
///
/// A target runs any bytes through its readers. It fails by trapping: either the code under test trapped, which no input
/// may make it do, or a promise that the target holds was broken (`demand`).
public struct FuzzTarget: Sendable {
  /// Its name, which is also that of its folders below `Fuzz/seeds` and `Fuzz/failures`.
  public let name: String

  /// Runs any bytes.
  public let run: @Sendable (UnsafeRawBufferPointer) -> Void

  /// The largest input that is worth trying, in bytes; the same for all.
  public static let inputBytesMost = 4_096

  /// Every target but the canary.
  public static let all: [FuzzTarget] = [
    .ais, .lines, .gzip, .feedAddress, .positionText, .instant, .entry, .note, .proof, .archivePage, .form, .jsonBody,
    .query, .features, .witness, .identity, .cookie, .marking, .names, .coastline, .strings, .page, .asterix, .klv,
    .adsb, .nmea, .beacon, .cursorOnTarget, .detections, .linkBatch, .table, .countTable, .workbook, .network,
  ]

  /// The target of a name.
  public static func named(_ name: String) -> FuzzTarget? {
    (all + [.canary]).first { $0.name == name }
  }
}

/// Ends the run when a promise is broken.
func demand(_ holds: Bool, _ promise: StaticString) {
  precondition(holds, "\(promise)")
}

extension UnsafeRawBufferPointer {
  /// The bytes as text, as lossy as every reader of the desk makes it.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// The first byte and the rest; zero when there is none.
  var headAndRest: (UInt8, UnsafeRawBufferPointer) {
    isEmpty ? (0, self) : (self[0], UnsafeRawBufferPointer(rebasing: dropFirst()))
  }
}
