public import Geodesy

/// What a caller, a relative, a ship or the other centre says of a craft, as an officer would take it down.
///
/// Every value may be missing. Positions stand as they are typed or pasted, so that the desk reads them as it reads all
/// others.
public struct ScriptReport: Hashable, Sendable {
  /// The road by which a report comes.
  public enum Channel: String, Hashable, Sendable, CaseIterable {
    /// An emergency call from aboard.
    case call
    /// A written message from aboard.
    case message
    /// A position pin from aboard.
    case pin
    /// A relative ashore or a charity, who tell what they were told.
    case relay
    /// The other centre.
    case centre
    /// A ship or an aircraft that sees a craft.
    case sighting
    /// A distress device.
    case device
  }

  /// What the engine does.
  public enum Engine: String, Hashable, Sendable, CaseIterable {
    case running, stopped
  }

  /// The road by which it comes.
  public internal(set) var channel: Channel
  /// The words as typed, with what is heard in the background; they begin with `EXERCISE`.
  public internal(set) var text: String
  /// The number from which it comes, out of the ranges that Ofcom and ARCEP keep for drama.
  public internal(set) var phone: String?
  /// Who says it, where that is not somebody aboard; begins with `EXERCISE`.
  public internal(set) var name: String?
  /// The language that is spoken, as a BCP 47 tag.
  public internal(set) var language: String?
  /// The position as typed or pasted, in any of the forms that people use.
  public internal(set) var position: String?
  /// When the craft was there as the channel says; nil when it does not say.
  public internal(set) var positionAt: Instant?
  /// What the channel claims for the position, in metres; nil when it claims nothing.
  public internal(set) var accuracyMetres: Double?
  /// The fewest people that it speaks of.
  public internal(set) var least: Int?
  /// The most people that it speaks of.
  public internal(set) var most: Int?
  /// How many of them are children.
  public internal(set) var children: Int?
  /// How many are in the water.
  public internal(set) var inWater: Int?
  /// Whether the craft takes water; nil when nothing is said of it.
  public internal(set) var takingWater: Bool?
  /// What the engine does.
  public internal(set) var engine: Engine?
  /// How many are injured.
  public internal(set) var injured: Int?
  /// What is left of the phone's battery, in per cent.
  public internal(set) var batteryPercent: Int?
  /// The colour of the craft.
  public internal(set) var colour: String?
  /// What the craft and its engine look like.
  public internal(set) var craft: String?
  /// From where they left.
  public internal(set) var departure: String?
  /// What they can see.
  public internal(set) var sees: String?
  /// The number under which the other centre has it.
  public internal(set) var reference: String?
  /// When somebody promises to call again; the call need not come.
  public internal(set) var nextCall: Instant?

  init(_ channel: Channel, text: String) {
    self.channel = channel
    self.text = text
  }
}
