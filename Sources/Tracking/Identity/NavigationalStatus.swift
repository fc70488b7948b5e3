/// What a ship says it is doing, by the code of ITU-R M.1371-5 table 48; the words are the desk's.
public enum NavigationalStatus: Int, Sendable, Codable, CaseIterable {
  /// Under way using its engine.
  case underWayUsingEngine = 0
  /// At anchor.
  case atAnchor = 1
  /// Not under command.
  case notUnderCommand = 2
  /// Restricted in its ability to manoeuvre.
  case restrictedManoeuvrability = 3
  /// Constrained by its draught.
  case constrainedByDraught = 4
  /// Moored.
  case moored = 5
  /// Aground.
  case aground = 6
  /// Engaged in fishing.
  case engagedInFishing = 7
  /// Under way sailing.
  case underWaySailing = 8
  /// Reserved for craft with dangerous goods of category C, high-speed.
  case reservedHighSpeed = 9
  /// Reserved for craft with dangerous goods of category A, wing in ground.
  case reservedWingInGround = 10
  /// A power-driven vessel towing astern (regional use).
  case towingAstern = 11
  /// A power-driven vessel pushing ahead or towing alongside (regional use).
  case pushingAhead = 12
  /// Reserved.
  case reserved = 13
  /// An AIS-SART, MOB or EPIRB that is active.
  case distressActive = 14
  /// Not defined; also sent by an AIS-SART, MOB or EPIRB under test.
  case undefined = 15

  /// A stable word for tables of translations: `atAnchor`.
  public var code: String { String(describing: self) }

  /// At anchor, moored or aground.
  public var isLyingStill: Bool { self == .atAnchor || self == .moored || self == .aground }
}
