/// Water levels: area code 200, function 24 (inland AIS standard, CESNI and UNECE Resolution 63).
public struct InlandWaterLevels: Hashable, Sendable {
  let payload: AISPayload

  /// How many gauges the message carries.
  public static let gauges = 4

  /// UN country code.
  public var country: AISText { payload.text(56, characters: 2) }
  /// The number of the gauge at an index below `gauges`; 0 is not known.
  public func gauge(_ index: Int) -> Int { payload.unsigned(68 + 25 * index, 11) }
  /// Its level in centimetres; 0 is not known.
  public func levelCentimetres(_ index: Int) -> Int { payload.signed(79 + 25 * index, 14) }
}
