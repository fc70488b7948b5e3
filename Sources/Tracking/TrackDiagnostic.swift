/// Why an observation was not simply believed.
public enum TrackDiagnostic: Hashable, Sendable {
  /// It lies where the craft cannot have got to: so far from where it should be, at such a speed since it was last there.
  case implausibleJump(distanceMetres: Double, impliedSpeedKnots: Double)
  /// The craft has reported from a new place for long enough that the track now stands there.
  case reinitiated(distanceMetres: Double)
  /// The number reports from two places in turn; this one is not where the track stands.
  case duplicateIdentity(distanceMetres: Double)
  /// It lies on the craft's own way, so far ahead or behind that not the place but the time of it must be wrong.
  case untimely(distanceMetres: Double)
  /// It is older than the track by so many seconds, too old to say anything about its motion now.
  case tooLate(seconds: Double)
  /// The same report was already heard, through this or another feed.
  case repeated
  /// The clock of the feed went back by so many seconds, and the track has followed it.
  case clockStepped(seconds: Double)
  /// The observation holds a number that cannot be used, such as a spread that is not positive.
  case unusable
  /// There is no room for another track.
  case tooManyTracks(limit: Int)

  /// A short stable word for counting: `jump`, `late` and so on.
  public var code: String {
    switch self {
    case .implausibleJump: "jump"
    case .reinitiated: "reinitiated"
    case .duplicateIdentity: "duplicate"
    case .untimely: "untimely"
    case .tooLate: "late"
    case .repeated: "repeated"
    case .clockStepped: "clock"
    case .unusable: "unusable"
    case .tooManyTracks: "limit"
    }
  }
}
