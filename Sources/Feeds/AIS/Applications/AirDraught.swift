/// Extended ship static and voyage related data: area code 1, function 15 (IMO SN/Circ.236).
public struct AirDraught: Hashable, Sendable {
  let payload: AISPayload
  let dataStart: Int

  /// Height over the keel in 1/10 metre; 0 is not available.
  public var airDraughtTenthsMetre: Int { payload.unsigned(dataStart, 11) }
}
