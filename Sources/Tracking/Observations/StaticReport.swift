public import Geodesy

/// What a craft says about itself that does not change with its motion; every field may be absent.
public struct StaticReport: Hashable, Sendable, Codable {
  /// Who says it.
  public var mmsi: UInt32
  /// The moment it is about.
  public var at: Instant
  /// The moment it was heard.
  public var received: Instant
  /// The name of the feed that brought it.
  public var source: String
  /// Whether it belongs to an exercise.
  public var exercise: Bool
  /// The craft's name.
  public var name: String?
  /// The radio call sign.
  public var callSign: String?
  /// The IMO ship identification number.
  public var imo: UInt32?
  /// Type of ship and cargo, ITU-R M.1371-5 table 53.
  public var shipType: Int?
  /// Length over all in metres.
  public var lengthMetres: Double?
  /// Beam in metres.
  public var beamMetres: Double?
  /// Metres from the position reference point to the bow.
  public var toBowMetres: Int?
  /// Metres from the position reference point to the stern.
  public var toSternMetres: Int?
  /// Metres from the position reference point to the port side.
  public var toPortMetres: Int?
  /// Metres from the position reference point to the starboard side.
  public var toStarboardMetres: Int?
  /// Greatest present draught in metres.
  public var draughtMetres: Double?
  /// Destination as the crew entered it.
  public var destination: String?
  /// Estimated time of arrival as sent: month, day, hour and minute without a year.
  public var eta: String?

  /// A report with the fields that the message carries.
  public init(
    mmsi: UInt32, at: Instant, received: Instant, source: String, exercise: Bool = false, name: String? = nil,
    callSign: String? = nil, imo: UInt32? = nil, shipType: Int? = nil, lengthMetres: Double? = nil,
    beamMetres: Double? = nil, toBowMetres: Int? = nil, toSternMetres: Int? = nil, toPortMetres: Int? = nil,
    toStarboardMetres: Int? = nil, draughtMetres: Double? = nil, destination: String? = nil, eta: String? = nil
  ) {
    self.mmsi = mmsi
    self.at = at
    self.received = received
    self.source = source
    self.exercise = exercise
    self.name = name
    self.callSign = callSign
    self.imo = imo
    self.shipType = shipType
    self.lengthMetres = lengthMetres
    self.beamMetres = beamMetres
    self.toBowMetres = toBowMetres
    self.toSternMetres = toSternMetres
    self.toPortMetres = toPortMetres
    self.toStarboardMetres = toStarboardMetres
    self.draughtMetres = draughtMetres
    self.destination = destination
    self.eta = eta
  }
}
