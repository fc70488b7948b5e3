public import Geodesy

/// What can be sent in a night of rescue.
public struct ScriptAsset: Hashable, Sendable {
  /// What kind of asset it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case lifeboat, patrolVessel, helicopter, merchantShip
  }

  /// Its name; begins with `EXERCISE`.
  public let name: String
  /// What kind of asset it is.
  public let kind: Kind
  /// Whose it is; begins with `EXERCISE`.
  public let agency: String
  /// The centre that sends it.
  public let centre: ScriptCentre
  /// How fast it goes.
  public let speedKnots: Double
  /// For how long it can stay out, in minutes.
  public let enduranceMinutes: Double
  /// How many people it can take up.
  public let capacity: Int
  /// Minutes from the order until it moves.
  public let readinessMinutes: Double
  /// Where it lies.
  public let base: Position
  /// The number of its actor within the night; nil for one that no sensor of the night shows.
  public let actor: Int?
}

/// An asset says how far it has come with what its centre ordered.
public struct ScriptAssetMove: Hashable, Sendable {
  /// How far.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    case ordered, onScene, done
  }

  /// The asset's name.
  public let asset: String
  /// How far it has come.
  public let stage: Stage
  /// Where the craft is that it goes to, as typed.
  public let position: String
  /// The other centre's number for the incident, where there is one.
  public let reference: String?
  /// Its words; they begin with `EXERCISE`.
  public let text: String
}
