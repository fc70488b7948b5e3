public import Geodesy

/// Something that comes to a centre in a night of rescue, at the moment at which it comes.
public struct ScriptEvent: Hashable, Sendable {
  /// What comes.
  public enum Kind: Hashable, Sendable {
    /// Somebody reports a craft.
    case report(ScriptReport)
    /// The crew of an asset says whom it has taken up, or found dead.
    case recovery(ScriptRecovery)
    /// People whom an asset took up are handed over ashore and counted again.
    case ashore(ScriptAshore)
    /// People are found ashore who came there, or back, by themselves.
    case landing(ScriptLanding)
    /// An asset is there to be sent.
    case assetDeclared(ScriptAsset)
    /// An asset says how far it has come.
    case assetMoved(ScriptAssetMove)
    /// The other centre declares how grave it holds one of its incidents to be.
    case phase(ScriptPhase)
    /// A note at the change of a watch, or between the centres.
    case handOver(ScriptNote)
  }

  /// Its number within the script, in the order of time from 0.
  public let number: Int
  /// When it comes in.
  public let at: Instant
  /// To which of the two centres it comes.
  public let centre: ScriptCentre
  /// What comes.
  public let kind: Kind
  /// Always true: nothing of it ever happened.
  public var isExercise: Bool { true }
}

/// The two centres of a night.
public enum ScriptCentre: String, Hashable, Sendable, CaseIterable {
  /// The one at which the trainee sits, on the English shore.
  case home
  /// The one across the strait.
  case other
}

/// How grave an incident is held to be, with the words of the IAMSAR Manual, volume II, chapter 3.
public enum ScriptEmergencyPhase: String, Hashable, Sendable, CaseIterable {
  case uncertainty, alert, distress
}

/// The phase that the other centre declares for one of its incidents.
public struct ScriptPhase: Hashable, Sendable {
  /// Its number for the incident.
  public let reference: String
  /// How grave it holds it to be.
  public let phase: ScriptEmergencyPhase
  /// Its words; they begin with `EXERCISE`.
  public let text: String
}

/// What one watch tells the next, or one centre the other: what somebody believes, which need not be so.
public struct ScriptNote: Hashable, Sendable {
  /// The words; they begin with `EXERCISE`.
  public let text: String
  /// The numbers of the other centre that it names.
  public let references: [String]
}
