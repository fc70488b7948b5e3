/// Inland ship static and voyage related data: area code 200, function 10 (inland AIS standard, CESNI and UNECE Resolution 63).
public struct InlandShipData: Hashable, Sendable {
  let payload: AISPayload

  /// European vessel identification number.
  public var vesselNumber: AISText { payload.text(56, characters: 8) }

  /// Length in 1/10 metre; 0 is not known.
  public var lengthTenthsMetre: Int { payload.unsigned(104, 13) }

  /// Beam in 1/10 metre; 0 is not known.
  public var beamTenthsMetre: Int { payload.unsigned(117, 10) }

  /// ERI ship and convoy type.
  public var shipType: Int { payload.unsigned(127, 14) }

  /// Blue cones, 0 to 3; 4 B-flag, 5 not known.
  public var hazard: Int { payload.unsigned(141, 3) }

  /// Draught; 0 is not known.
  public var draughtCentimetres: Int { payload.unsigned(144, 11) }

  /// 0 not known, 1 unloaded, 2 loaded.
  public var loaded: Int { payload.unsigned(155, 2) }

  /// Whether the speed comes from an approved sensor.
  public var isSpeedHighQuality: Bool { payload.flag(157) }

  /// Whether the course comes from an approved sensor.
  public var isCourseHighQuality: Bool { payload.flag(158) }

  /// Whether the heading comes from an approved sensor.
  public var isHeadingHighQuality: Bool { payload.flag(159) }
}
