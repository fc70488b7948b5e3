/// What an actor says of itself beside its name and number.
public struct Particulars: Hashable, Sendable {
  /// Radio call sign, always beginning with `EX`.
  public var callSign: String
  /// Type of ship and cargo, ITU-R M.1371-5 table 53; for an aid to navigation its type, table 74.
  public var shipType: Int
  /// Length over all in whole metres.
  public var lengthMetres: Int
  /// Beam in whole metres.
  public var beamMetres: Int
  /// Draught in tenths of a metre.
  public var draughtDecimetres: Int
  /// Destination as the crew entered it.
  public var destination: String

  init(
    callSign: String = "", shipType: Int = 0, lengthMetres: Int = 0, beamMetres: Int = 0, draughtDecimetres: Int = 0,
    destination: String = ""
  ) {
    self.callSign = callSign
    self.shipType = shipType
    self.lengthMetres = lengthMetres
    self.beamMetres = beamMetres
    self.draughtDecimetres = draughtDecimetres
    self.destination = destination
  }

  /// Metres from the antenna to bow, stern, port and starboard: it stands aft and a little to port.
  var dimensions: (bow: Int, stern: Int, port: Int, starboard: Int) {
    let stern = lengthMetres / 5
    let port = beamMetres * 2 / 5
    return (lengthMetres - stern, stern, port, beamMetres - port)
  }
}
