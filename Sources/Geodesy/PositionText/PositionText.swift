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

  /// The most relations to other places that one text gives.
  public static let mostRelations = 8

  /// Reads a text.
  ///
  /// `51°01.50′N 001°23.20′E` reads as 51.0250° N 1.3867° E without a doubt; `51.0250 1.3867` as the same place with
  /// the doubt `orderAssumed`.
  ///
  /// - Parameter area: where positions are expected. It decides between readings, and a candidate outside it is marked
  ///   `farFromArea`; a candidate is never left out for it.
  public static func read(_ text: String, expecting area: BoundingBox? = nil) -> PositionReading {
    read(text, in: PositionContext(area: area))
  }

  /// Reads a text with what is known of the waters it is about.
  ///
  /// `we are 10 km from light` reads as a relation to "light" with the doubt that no such place is known, and asks
  /// which light. Nothing of the context leaves a candidate out.
  public static func read(_ text: String, in context: PositionContext) -> PositionReading {
    let length = text.utf8.count
    guard length <= longestTextBytes else {
      return PositionReading(candidates: [], problems: [.tooLong(bytes: length)], text: text)
    }
    var scan = TextScan(text)
    guard scan.scalars.contains(where: { !$0.properties.isWhitespace }) else {
      return PositionReading(candidates: [], problems: [.empty], text: text)
    }
    var found = Findings()
    // Each reader takes its pieces out of the text, so that digits of a link are not read again as numbers.
    MapLinks.read(&scan, context, into: &found)
    ThreeWords.read(&scan, into: &found)
    PlusCodes.read(&scan, context, into: &found)
    TelephoneNumbers.take(&scan)
    GridReferences.read(&scan, into: &found)
    LettersForDigits.mend(&scan)
    StatedAccuracy.read(&scan, into: &found)
    RelativePositions.read(&scan, context.places, into: &found)
    Angles.read(scan, into: &found)
    return found.reading(of: text, in: context)
  }
}
