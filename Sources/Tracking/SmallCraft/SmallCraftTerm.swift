/// One step of the waterfall from what is usual to what is believed of a craft.
public struct SmallCraftTerm: Hashable, Sendable, Codable {
  /// What the step rests on.
  public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
    /// How usual small boats are.
    case start
    /// That its speed is known at all.
    case speedKnown
    /// How far its speed is below 8 knots.
    case slowness
    /// How far its speed is above 12 knots.
    case haste
    /// How much it changes its course.
    case turning
    /// Its length.
    case length
    /// A class A transponder is heard.
    case classA
    /// A class B transponder is heard.
    case classB
    /// No transponder is heard where others are.
    case silence
    /// It was first seen in a sector of the shore.
    case fromShore
    /// It was first seen elsewhere.
    case fromElsewhere
  }

  /// What the step rests on.
  public var name: Name
  /// What was observed, in `unit`; nil where there is no number to it.
  public var observed: Double?
  /// The unit of what was observed.
  public var unit: BehaviourUnit?
  /// By how much it changes the log odds, to base e.
  public var logOdds: Double
}
