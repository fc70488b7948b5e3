public import Geodesy

/// What a live picture and a track need to know of a message, whatever its type.
///
/// A field is nil when the message does not carry it or says that it is not available.
public struct AISSummary: Hashable, Sendable {
  /// What sort of report the message is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Where a ship is: messages 1, 2, 3, 18, 19 and 27.
    case position
    /// What a ship is: messages 5 and 24.
    case statics
    /// A base station's position and time: messages 4 and 11.
    case baseStation
    /// An aircraft in search and rescue: message 9.
    case aircraft
    /// A buoy, beacon or virtual aid: message 21.
    case aidToNavigation
    /// Safety text to all or to one: messages 12 and 14.
    case safetyText
    /// Binary application data: messages 6, 8, 17, 25 and 26.
    case binary
    /// The running of the radio link: messages 7, 10, 13, 15, 16, 20, 22 and 23.
    case linkManagement
  }

  /// What sort of report it is.
  public var kind: Kind
  /// The message type, 1 to 27.
  public var type: Int
  /// Who sent it.
  public var mmsi: UInt32
  /// Where the sender is.
  public var position: Position?
  /// Whether the position is good to 10 metres or better.
  public var positionAccuracyHigh = false
  /// Speed over ground in knots; 102.2 means that or more.
  public var speedKnots: Double?
  /// Course over ground in degrees from true north.
  public var courseDegrees: Double?
  /// True heading in degrees.
  public var headingDegrees: Double?
  /// Rate of turn in degrees a minute, positive to starboard; ±708 means that or more.
  public var rateOfTurn: Double?
  /// Navigational status, 0 to 15.
  public var navigationalStatus: Int?
  /// The UTC second of the position, 0 to 59.
  public var utcSecond: Int?
  /// Height above sea in metres, for aircraft; 4,094 means that or more.
  public var altitudeMetres: Int?
  /// The name of the ship or aid.
  public var name: String?
  /// The radio call sign.
  public var callSign: String?
  /// The IMO ship number.
  public var imo: UInt32?
  /// The type of ship and cargo, or of the aid to navigation.
  public var shipType: Int?
  /// From the bow to the position's reference point, in metres.
  public var toBowMetres: Int?
  /// From the stern to the reference point, in metres.
  public var toSternMetres: Int?
  /// From the port side to the reference point, in metres.
  public var toPortMetres: Int?
  /// From the starboard side to the reference point, in metres.
  public var toStarboardMetres: Int?
  /// Overall length in metres.
  public var lengthMetres: Double?
  /// Beam in metres.
  public var beamMetres: Double?
  /// Where the ship is bound, as its crew typed it.
  public var destination: String?
  /// Static draught in metres.
  public var draughtMetres: Double?
  /// Estimated time of arrival in UTC as `MM-DDTHH:MMZ`, with the parts that are not available left as the sender gave them.
  public var eta: String?
  /// The text of a safety message.
  public var text: String?
  /// The identity of the mother ship of a craft that belongs to one (MMSI 98…).
  public var motherShip: UInt32?

  /// A summary without anything but who sent what.
  public init(kind: Kind, type: Int, mmsi: UInt32) {
    self.kind = kind
    self.type = type
    self.mmsi = mmsi
  }
}
