/// A boat of a night that says nothing of itself by radio, with what is true of it.
public struct DarkBoat: Hashable, Sendable {
  /// What kind of boat it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A small overloaded inflatable.
    case inflatable
    /// A fast boat of a rescue service without a transponder.
    case rescueBoat
  }

  /// The number of its actor within the night.
  public let actor: Int
  /// What it is.
  public let kind: Kind
  /// The number of its flotilla, from 1; of a rescue boat, of the flotilla that it went out for.
  public let flotilla: Int
  /// How many people are aboard when it leaves.
  public let people: Int
}
