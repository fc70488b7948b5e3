/// Reads positions out of what callers, messages and colleagues write.
///
/// Every form that `PositionForm` names is read, anywhere in a longer text. Nothing is rejected silently: a piece that
/// gives no position becomes a `PositionProblem`, and what had to be assumed becomes a `PositionDoubt`.
public enum PositionText {
  /// The longest text that is read, in UTF-8 bytes.
  public static let longestTextBytes = 8192
  /// The most candidates that one text gives.
  public static let mostCandidates = 8
  /// The most problems that one text gives.
  public static let mostProblems = 8

  /// Reads a text.
  ///
  /// `51°01.50′N 001°23.20′E` reads as 51.0250° N 1.3867° E without a doubt; `51.0250 1.3867` as the same place with
  /// the doubt `orderAssumed`.
  ///
  /// - Parameter area: where positions are expected. It decides between readings, and a candidate outside it is marked
  ///   `farFromArea`; a candidate is never left out for it.
  public static func read(_ text: String, expecting area: BoundingBox? = nil) -> PositionReading {
    let length = text.utf8.count
    guard length <= longestTextBytes else {
      return PositionReading(candidates: [], problems: [.tooLong(bytes: length)])
    }
    var scan = TextScan(text)
    guard scan.scalars.contains(where: { !$0.properties.isWhitespace }) else {
      return PositionReading(candidates: [], problems: [.empty])
    }
    var found = Findings()
    // Each reader takes its pieces out of the text, so that digits of a link are not read again as numbers.
    MapLinks.read(&scan, into: &found)
    ThreeWords.read(&scan, into: &found)
    GridReferences.read(&scan, into: &found)
    Angles.read(scan, into: &found)
    return found.reading(expecting: area)
  }
}
