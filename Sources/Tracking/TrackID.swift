/// The name by which a track is known everywhere: on screen, in the archive, in a link.
///
/// For AIS it is the MMSI in nine digits, `235012345`. A track of an exercise is `EX235012345`, so that a real craft and
/// an invented one never become one track, even if they share a number. A craft that only radars and the like show is `S17`.
public struct TrackID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name as text: only letters and digits, fit for a link.
  public let text: String

  /// A name as it was kept.
  public init(_ text: String) {
    self.text = text
  }

  /// The name of the track of a transponder.
  public init(mmsi: UInt32, exercise: Bool) {
    let digits = String(mmsi)
    text = (exercise ? "EX" : "") + String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
  }

  /// The name of the track of a craft that only sensors without identity show: `S17`, `EXS17`.
  public init(sensed number: Int, exercise: Bool) { text = "\(exercise ? "EX" : "")S\(number)" }

  /// The number of the transponder whose track it is, nil when it is none's.
  public var mmsi: UInt32? {
    let digits = text.hasPrefix("EX") ? text.dropFirst(2) : text[...]
    return digits.utf8.count == 9 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt32(digits) : nil
  }

  /// The number of a craft that only sensors without identity show, nil for any other.
  public var sensedNumber: Int? {
    let name = text.hasPrefix("EX") ? text.dropFirst(2) : text[...]
    return name.first == "S" ? Int(name.dropFirst()) : nil
  }

  /// Whether it belongs to an exercise.
  public var isExercise: Bool { text.hasPrefix("EX") }

  /// The name as text.
  public var description: String { text }

  /// Whether the first name sorts before the second.
  public static func < (first: TrackID, second: TrackID) -> Bool {
    first.text < second.text
  }
}

extension TrackID: Codable {
  /// Decodes the name from its text.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes the name as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
