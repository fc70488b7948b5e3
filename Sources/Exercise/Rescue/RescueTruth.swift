public import Geodesy

/// What is true of a night of rescue and nobody at a desk is told before it is over.
public struct RescueTruth: Hashable, Sendable {
  /// What is true of one report.
  public struct Report: Hashable, Sendable {
    /// What is odd about the position that it tells.
    public enum Flaw: String, Hashable, Sendable, CaseIterable {
      /// The position was true some time before the report was made.
      case stale
      /// Latitude and longitude are the wrong way round.
      case swapped
      /// It came late and was rounded on the way.
      case secondHand
      /// It stands in three words, which only their maker can read.
      case threeWords
      /// A distance from a place that is not named, or a distance without a direction.
      case vague
    }

    /// The number of its event.
    public let event: Int
    /// The actor of the boat that it is about.
    public let boat: Int
    /// When the boat was where the report has it.
    public let fixedAt: Instant
    /// Where it truly was then.
    public let position: Position
    /// How far the words may be off beyond the digits that they hold, in metres.
    public let spreadMetres: Double
    /// What is odd about it, in the order of their declaration.
    public let flaws: [Flaw]
  }

  /// Two boats that are alike, of which the first was recovered and the second was not.
  public struct Alike: Hashable, Sendable {
    /// The actor of the one whose people were all taken up.
    public let recovered: Int
    /// The actor of the one whose calls stop.
    public let lost: Int
  }

  /// All boats of the night, in the order of their actors; those of which nobody ever reports too.
  public let boats: [ScriptBoat]
  /// The reports, in the order of their events.
  public let reports: [Report]
  /// Which boat an event is about, by the event's number; nil for those about none.
  public let boatOfEvent: [Int?]
  /// The two boats that are alike; nil on a night without such a pair.
  public let alike: Alike?

  /// The boat of an actor.
  public func boat(_ actor: Int) -> ScriptBoat? { boats.first { $0.actor == actor } }
}
