/// Which standard a feed speaks, by the word that an operator writes.
public enum FeedFormat: String, Hashable, Sendable, Codable, CaseIterable {
  /// Lines of NMEA 0183: AIS, radar targets, distress calls.
  case nmea
  /// Blocks of EUROCONTROL ASTERIX: plots and tracks of radars.
  case asterix
  /// MISB ST 0601 in KLV, raw or within a transport stream: a drone and what its camera sees.
  case klv
  /// Mode S in AVR lines or Beast frames: aircraft.
  case adsb
  /// Detections of boats as GeoJSON, SensorThings or tables.
  case detections
  /// Cursor on Target events.
  case cot
  /// Messages of 406 MHz beacons in hexadecimal digits, one a line.
  case beacon

  /// Whether it speaks only when something happens, so that its silence says nothing.
  public var isOccasional: Bool {
    switch self {
    case .beacon, .detections, .cot: true
    case .nmea, .asterix, .klv, .adsb: false
    }
  }

  /// Whether its bytes come in lines, so that those of several senders can be told apart by them.
  public var isLines: Bool {
    switch self {
    case .nmea, .beacon: true
    case .asterix, .klv, .adsb, .detections, .cot: false
    }
  }
}
