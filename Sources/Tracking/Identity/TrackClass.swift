/// What kind of craft a track is, as coarse as a symbol on a chart.
public enum TrackClass: String, Sendable, Codable, CaseIterable {
  /// Cargo ship.
  case cargo
  /// Tanker.
  case tanker
  /// Passenger ship or ferry.
  case passenger
  /// High-speed craft.
  case highspeed
  /// Fishing vessel.
  case fishing
  /// Pleasure craft.
  case pleasure
  /// Sailing vessel.
  case sailing
  /// Tug or towing vessel.
  case tug
  /// Search and rescue vessel.
  case sar
  /// Law enforcement vessel.
  case law
  /// Military vessel.
  case military
  /// Pilot vessel.
  case pilot
  /// Aid to navigation.
  case aton
  /// Base or coast station.
  case base
  /// Search and rescue aircraft.
  case aircraft
  /// Distress transmitter: AIS-SART, man overboard, EPIRB.
  case distress
  /// A craft of a stated type that is none of these.
  case other
  /// A craft that has not said what it is.
  case unknown
  /// A craft without transponder that radars, cameras and the like show.
  case sensed

  /// The class that a number and a ship type give; the number goes first where it names a kind of station.
  ///
  /// - Parameters:
  ///   - mmsi: the number of its transponder; nil for a craft that has said nothing of itself.
  ///   - shipType: type of ship and cargo of ITU-R M.1371-5 table 53, or nil while unknown.
  public init(mmsi: UInt32?, shipType: Int?) {
    guard let mmsi else {
      self = .unknown
      return
    }
    switch MaritimeIdentity(mmsi: mmsi).kind {
    case .coastStation: self = .base
    case .sarAircraft: self = .aircraft
    case .aidToNavigation: self = .aton
    case .searchAndRescueTransmitter, .manOverboard, .emergencyBeacon: self = .distress
    case .ship, .groupOfShips, .craftAssociated, .handheld, .unassigned:
      self = shipType.map { ShipType($0).trackClass } ?? .unknown
    }
  }
}
