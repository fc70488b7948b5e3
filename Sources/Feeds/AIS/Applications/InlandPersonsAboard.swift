/// Number of persons on board: area code 200, function 55 (inland AIS standard, CESNI and UNECE Resolution 63).
public struct InlandPersonsAboard: Hashable, Sendable {
  let payload: AISPayload

  /// Crew; 255 is not known.
  public var crew: Int { payload.unsigned(88, 8) }

  /// Passengers; 8,191 is not known.
  public var passengers: Int { payload.unsigned(96, 13) }

  /// Shipboard personnel; 255 is not known.
  public var personnel: Int { payload.unsigned(109, 8) }
}
