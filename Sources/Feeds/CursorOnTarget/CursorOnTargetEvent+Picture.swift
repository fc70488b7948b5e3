public import Geodesy
public import Marking

extension CursorOnTargetEvent {
  /// What a craft is to those who look at a handheld.
  ///
  /// Nothing is ever hostile here: a boat without a name is unknown, and a ship that names itself neutral. The atoms behind
  /// the dimension are those of MIL-STD-2525B, Appendix A, for the sea surface.
  public enum Craft: String, Hashable, Sendable, CaseIterable {
    case unknown = "a-u-S"
    case merchant = "a-n-S-X-M"
    case cargo = "a-n-S-X-M-C"
    case tanker = "a-n-S-X-M-O"
    case passenger = "a-n-S-X-M-P"
    case fishing = "a-n-S-X-F"
    case leisure = "a-n-S-X-R"
    case lawEnforcement = "a-n-S-X-L"
    case ownAsset = "a-f-S"
    case ownAircraft = "a-f-A"

    /// The craft of an AIS type of ship and cargo (ITU-R M.1371-5, Annex 8, Table 53).
    public init(shipType: Int?) {
      switch shipType ?? 0 {
      case 0: self = .unknown
      case 30: self = .fishing
      case 36, 37: self = .leisure
      case 55: self = .lawEnforcement
      case 60...69: self = .passenger
      case 70...79: self = .cargo
      case 80...89: self = .tanker
      default: self = .merchant
      }
    }
  }

  /// How the place of a track was found.
  public enum Finding: String, Hashable, Sendable, CaseIterable {
    /// By the craft's own satellite receiver, over AIS.
    case reported = "m-g"
    /// By several sensors, joined by a machine.
    case fused = "m-f"
    /// By a machine that estimates, such as a drift forecast.
    case estimated = "m-a"
    /// By a person.
    case seen = "h-e"
  }

  /// What an incident is to those who look at a handheld.
  public enum Incident: String, Hashable, Sendable, CaseIterable {
    /// People are in danger: an alarm.
    case distress = "b-a-o-tbl"
    /// The alarm is over.
    case cancelled = "b-a-o-can"
    /// A place that people should know of.
    case place = "b-m-p-s-m"
  }

  /// How long a track holds without news, in milliseconds.
  public static let trackMilliseconds: Int64 = 5 * 60_000
  /// How long an incident holds without news, in milliseconds.
  public static let incidentMilliseconds: Int64 = 60 * 60_000

  /// The event of a track of a craft, under its marking.
  public static func track(
    uid: String, name: String?, craft: Craft, finding: Finding, at position: Position, observed: Instant,
    written: Instant, marking: Marking
  ) -> CursorOnTargetEvent {
    var event = CursorOnTargetEvent(
      uid: uid, kind: Kind(rawValue: craft.rawValue), time: written, start: observed,
      stale: observed.adding(milliseconds: trackMilliseconds), position: position)
    event.how = finding.rawValue
    event.callSign = name
    event.put(marking)
    return event
  }

  /// The event of an incident, under its marking.
  public static func incident(
    uid: String, title: String, _ incident: Incident, at position: Position, opened: Instant, written: Instant,
    marking: Marking
  ) -> CursorOnTargetEvent {
    var event = CursorOnTargetEvent(
      uid: uid, kind: Kind(rawValue: incident.rawValue), time: written, start: opened,
      stale: written.adding(milliseconds: incidentMilliseconds), position: position)
    event.how = Finding.seen.rawValue
    event.callSign = title
    event.put(marking)
    return event
  }

  /// Puts a marking where handhelds look for it, and whole into the detail; an exercise is marked as one.
  private mutating func put(_ marking: Marking) {
    access = marking.classification.rawValue + (marking.sensitive ? "-SENSITIVE" : "")
    caveat = marking.text
    markingText = marking.text
    if case .only(let nations) = marking.nations { releasableTo = nations.sorted().joined(separator: " ") }
    life = marking.exercise ? .exercise : .operation
  }
}
