/// The nature of distress as digital selective calling sends it (ITU-R M.493-15, Annex 1, 8.1.1).
///
/// The vocabulary is open: a code without a word keeps its number.
public struct DistressNature: RawRepresentable, Hashable, Sendable {
  /// The last two digits of the symbol: 0 stands for symbol 100.
  public let rawValue: Int

  /// The nature of a code.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The sender does not say what has happened.
  public static let undesignated = DistressNature(rawValue: 7)

  /// The nature in words; nil for a code that the recommendation does not name.
  public var words: String? {
    switch rawValue {
    case 0: "fire, explosion"
    case 1: "flooding"
    case 2: "collision"
    case 3: "grounding"
    case 4: "listing, in danger of capsizing"
    case 5: "sinking"
    case 6: "disabled and adrift"
    case 7: "undesignated distress"
    case 8: "abandoning ship"
    case 9: "piracy or armed robbery attack"
    case 10: "person overboard"
    case 12: "emission of a distress beacon"
    default: nil
    }
  }
}

extension DistressCall {
  /// Whom a call is for (ITU-R M.493-15, Annex 1, 4); the code is the last two digits of the symbol.
  public enum Format: Int, Hashable, Sendable {
    /// Ships in a geographical area.
    case area = 2
    /// A distress alert, to all who hear it.
    case distress = 12
    /// Ships of a common interest.
    case group = 14
    /// All ships.
    case allShips = 16
    /// One station.
    case individual = 20
    /// One station, over a semi-automatic or automatic service.
    case automatic = 23

    /// The format in words.
    public var words: String {
      switch self {
      case .area: "geographical area"
      case .distress: "distress alert"
      case .group: "group"
      case .allShips: "all ships"
      case .individual: "individual station"
      case .automatic: "automatic service"
      }
    }
  }

  /// How pressing a call is (ITU-R M.493-15, Annex 1, 6).
  public enum Category: Int, Hashable, Sendable {
    case routine = 0
    case safety = 8
    case urgency = 10
    case distress = 12

    /// The category in words.
    public var words: String {
      switch self {
      case .routine: "routine"
      case .safety: "safety"
      case .urgency: "urgency"
      case .distress: "distress"
      }
    }
  }

  /// How a sequence of calls ends (ITU-R M.493-15, Annex 1, 9).
  public enum Acknowledgement: String, Hashable, Sendable {
    /// The call asks for an acknowledgement.
    case requested = "R"
    /// The call is an acknowledgement.
    case given = "B"
    /// Neither: the call ends its sequence.
    case endOfSequence = "S"
  }

  /// What a call means for a watch.
  public enum Meaning: String, Hashable, Sendable {
    /// A craft says that it is in distress.
    case alert
    /// A station has heard an alert.
    case acknowledgement
    /// The craft that alerted takes its alert back: an acknowledgement of its own alert (ITU-R M.541-10).
    case cancellation
    /// A station passes an alert on.
    case relay
    /// A test call.
    case test
    /// None of these: urgency, safety and routine traffic.
    case other
  }
}
