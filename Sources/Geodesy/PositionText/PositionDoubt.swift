/// What had to be assumed to read a position, or what looks wrong about it.
public enum PositionDoubt: String, CaseIterable, Codable, Sendable {
  /// Nothing said which number is the latitude.
  case orderAssumed
  /// Nothing said north or south, or east or west, or the letter has two meanings.
  case hemisphereAssumed
  /// Latitude and longitude were probably written the wrong way round.
  case swappedLikely
  /// The position lies outside the area where the reader expects positions.
  case farFromArea
  /// A comma was taken as the decimal sign, or was not, without proof.
  case commaAssumed
  /// The last group may be seconds or a fraction of minutes.
  case secondsOrFraction
  /// So few digits that the position may be more than a kilometre off.
  case coarse
  /// The link shows where the map was looking, which need not be where the sender is.
  case viewCentre
  /// There were more numbers beside these two.
  case otherNumbersNearby
  /// Two figures after the point, which may be decimals of a degree or minutes: `51.30`.
  case minutesOrDecimals
  /// Minutes or seconds above 59, read as decimals of a degree.
  case impossibleMinutes
  /// A letter stood where a figure belongs, as O for 0, and was read as the figure.
  case letterForDigit
  /// The text says "about" or the like.
  case approximateWords
  /// The position lies on land.
  case onLand
  /// A short code or a bearing was completed with a place that was not said in full.
  case completedNearby
  /// It was told from something else, by a direction or a distance that somebody judged.
  case relative
}

extension PositionCandidate {
  /// How plainly the text says this position, for the order in which readings are offered; it tells nothing of whoever
  /// wrote it.
  public enum Clarity: Int, Comparable, Codable, Sendable {
    /// Nothing had to be assumed that changes the place.
    case plain
    /// Something was assumed that would change the place.
    case assumed
    /// Something speaks against it.
    case unlikely

    /// Whether the first is the plainer.
    public static func < (first: Clarity, second: Clarity) -> Bool { first.rawValue < second.rawValue }
  }

  /// How plainly the text says this position.
  ///
  /// `51°01.50′N 001°23.20′E` is plain, `51.30N 1.20E` assumed, and what lies outside the expected area unlikely.
  public var clarity: Clarity {
    if !doubts.isDisjoint(with: [.farFromArea, .onLand, .impossibleMinutes]) { return .unlikely }
    let harmless: Set<PositionDoubt> = [.orderAssumed, .coarse, .approximateWords, .relative]
    return doubts.isSubset(of: harmless) ? .plain : .assumed
  }
}
