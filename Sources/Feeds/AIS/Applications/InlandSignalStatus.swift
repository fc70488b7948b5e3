/// Signal status: area code 200, function 40 (inland AIS standard, CESNI and UNECE Resolution 63).
public struct InlandSignalStatus: Hashable, Sendable {
  let payload: AISPayload

  /// Degrees east in 1/10,000 minute.
  public var longitudeTenThousandthMinutes: Int { payload.signed(56, 28) }

  /// Degrees north in 1/10,000 minute.
  public var latitudeTenThousandthMinutes: Int { payload.signed(84, 27) }

  /// Form of the signal.
  public var form: Int { payload.unsigned(111, 4) }

  /// Orientation of the signal.
  public var facingDegrees: Int { payload.unsigned(115, 9) }

  /// For whom it is meant.
  public var direction: Int { payload.unsigned(124, 3) }

  /// Status of up to nine lights, a decimal digit each.
  public var lights: Int { payload.unsigned(127, 30) }
}
