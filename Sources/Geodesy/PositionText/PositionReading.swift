/// What was understood of a text that should tell a position.
public struct PositionReading: Hashable, Sendable {
  /// The positions that the text may mean, the likeliest first; at most `PositionText.mostCandidates`.
  public var candidates: [PositionCandidate]
  /// What in the text could not be used, and why; never empty when there is neither a candidate nor a relation.
  public var problems: [PositionProblem]
  /// Where the craft was said to be from something else, as `10 km from light`; at most `PositionText.mostRelations`.
  public var relations: [RelativePosition]
  /// The text as it was typed; it is kept whatever was understood of it.
  public var text: String

  /// A reading of these parts.
  public init(
    candidates: [PositionCandidate], problems: [PositionProblem], relations: [RelativePosition] = [],
    text: String = ""
  ) {
    self.candidates = candidates
    self.problems = problems
    self.relations = relations
    self.text = text
  }
}

/// One position that a text may mean.
public struct PositionCandidate: Hashable, Sendable {
  /// The position, on WGS 84.
  public var position: Position
  /// The form in which it was written.
  public var form: PositionForm
  /// The piece of the text that it was read from.
  public var source: String
  /// How far the position may be off for the digits that were written and the conversion that was made, in metres.
  public var uncertaintyMetres: Double
  /// What had to be assumed, or looks wrong.
  public var doubts: Set<PositionDoubt>

  /// A candidate of these parts.
  public init(
    position: Position, form: PositionForm, source: String, uncertaintyMetres: Double, doubts: Set<PositionDoubt>
  ) {
    self.position = position
    self.form = form
    self.source = source
    self.uncertaintyMetres = uncertaintyMetres
    self.doubts = doubts
  }

  /// The position as a mariner would read it back: `51°01.50′N 001°23.20′E`.
  public var understood: String { position.text }
}

/// The forms in which positions are written.
public enum PositionForm: String, CaseIterable, Codable, Sendable {
  /// `51.0250 1.3867`
  case decimalDegrees
  /// `51°01.50′N 001°23.20′E`
  case degreesMinutes
  /// `51°01′30″N 001°23′12″E`
  case degreesMinutesSeconds
  /// `510130N 0012312E`, without anything between degrees and minutes.
  case compact
  /// `fifty-one degrees north, one and a half degrees east`
  case spoken
  /// `https://maps.apple.com/?ll=51.0250,1.3867`
  case mapLink
  /// `geo:51.0250,1.3867`
  case geoURI
  /// `TR 330 415`, a reference to the national grid of Great Britain.
  case ordnanceSurveyGrid
  /// `31U CS 85000 53000`, a reference to the military grid (MGRS).
  case militaryGrid
  /// `31U 385000 5653000`, a zone of the universal transverse Mercator projection.
  case universalTransverseMercator
  /// `9F33XJ2P+5F`, an Open Location Code.
  case plusCode
  /// `12 miles south-west of Dover`, from a place that is known.
  case relative
  /// `bearing 234 from Dover, 101 from Folkestone`: where bearings from known places cross.
  case bearings
}

/// Why a text, or a piece of it, gives no position.
public enum PositionProblem: Hashable, Sendable {
  /// The text is blank.
  case empty
  /// The text is longer than `PositionText.longestTextBytes` and was not read.
  case tooLong(bytes: Int)
  /// Nothing in the text looks like a position.
  case nothingFound
  /// Three words such as `///filled.count.soap`, which only their maker's service can turn into a position.
  case threeWords(String)
  /// A shortened link, which tells its position only online.
  case shortLink(String)
  /// A link that holds no position.
  case linkWithoutPosition(String)
  /// Numbers that would lie off the earth.
  case offTheEarth(String)
  /// One number of a position without the other.
  case halfAPosition(String)

  /// The code under which programs know the problem.
  public var code: String {
    switch self {
    case .empty: "empty"
    case .tooLong: "tooLong"
    case .nothingFound: "nothingFound"
    case .threeWords: "threeWords"
    case .shortLink: "shortLink"
    case .linkWithoutPosition: "linkWithoutPosition"
    case .offTheEarth: "offTheEarth"
    case .halfAPosition: "halfAPosition"
    }
  }

  /// The piece of the text that it is about, where there is one.
  public var source: String? {
    switch self {
    case .empty, .tooLong, .nothingFound: nil
    case .threeWords(let text), .shortLink(let text), .linkWithoutPosition(let text), .offTheEarth(let text),
      .halfAPosition(let text):
      text
    }
  }
}
