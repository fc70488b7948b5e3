public import Geodesy

/// The crew of an asset says whom it took up or found dead; which boat they come from is for the desk to find out.
public struct ScriptRecovery: Hashable, Sendable {
  /// The asset's name.
  public let asset: String
  /// `recovered` or `dead`.
  public let fate: ScriptFate
  /// How many the crew counts in the dark; those ashore may count differently.
  public let people: Int
  /// How many of them are children.
  public let children: Int?
  /// When it was done.
  public let doneAt: Instant
  /// Where, as typed.
  public let position: String
  /// The colour of the craft; nil for people out of the water.
  public let colour: String?
  /// The other centre's number for the incident, where there is one.
  public let reference: String?
  /// The words; they begin with `EXERCISE`.
  public let text: String
}

/// People whom an asset took up are handed over ashore and counted again.
public struct ScriptAshore: Hashable, Sendable {
  /// The asset's name.
  public let asset: String
  /// How many are counted.
  public let people: Int
  /// Where.
  public let place: String
  /// The number of the event with which the crew told of them.
  public let recovery: Int
  /// The words; they begin with `EXERCISE`.
  public let text: String
}

/// People are found ashore who came there by themselves.
public struct ScriptLanding: Hashable, Sendable {
  /// `landed` or `returned`.
  public let fate: ScriptFate
  /// How many are found; some may have walked away.
  public let people: Int
  /// When they came ashore, as far as it is known.
  public let doneAt: Instant
  /// Where, in words.
  public let place: String
  /// The colour of the craft on the beach.
  public let colour: String?
  /// The words; they begin with `EXERCISE`.
  public let text: String
}

/// What becomes of people who were aboard.
public enum ScriptFate: String, Hashable, Sendable, CaseIterable {
  /// Taken up by an asset.
  case recovered
  /// Came ashore by themselves.
  case landed
  /// Went back to where they came from.
  case returned
  /// Found dead.
  case dead
}
