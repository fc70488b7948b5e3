/// Who a sensor says that it saw; for AIS, the number that the transponder sends.
public struct CraftIdentity: Hashable, Sendable, Codable {
  /// The maritime mobile service identity, nine digits.
  public var mmsi: UInt32

  /// The identity that a transponder gives itself.
  public init(mmsi: UInt32) {
    self.mmsi = mmsi
  }
}
