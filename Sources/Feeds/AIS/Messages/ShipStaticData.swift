/// Ship static and voyage related data: message 5 (ITU-R M.1371-5, Annex 8, § 3.3).
public struct ShipStaticData: Hashable, Sendable {
  let payload: AISPayload

  /// Edition of the recommendation that the station follows.
  public var version: Int { payload.unsigned(38, 2) }

  /// IMO ship number; 0 is not available.
  public var imoNumber: Int { payload.unsigned(40, 30) }

  /// Radio call sign.
  public var callSign: AISText { payload.text(70, characters: 7) }

  /// Name of the ship.
  public var name: AISText { payload.text(112, characters: 20) }

  /// Type of ship and cargo (§ 3.3.2).
  public var shipType: Int { payload.unsigned(232, 8) }

  /// From the bow to the reference point, in metres.
  public var toBowMetres: Int { payload.unsigned(240, 9) }

  /// From the stern to the reference point, in metres.
  public var toSternMetres: Int { payload.unsigned(249, 9) }

  /// From the port side to the reference point, in metres.
  public var toPortMetres: Int { payload.unsigned(258, 6) }

  /// From the starboard side to the reference point, in metres.
  public var toStarboardMetres: Int { payload.unsigned(264, 6) }

  /// Type of electronic position fixing device.
  public var positionDevice: Int { payload.unsigned(270, 4) }

  /// Month of arrival; 0 is not available.
  public var etaMonth: Int { payload.unsigned(274, 4) }

  /// Day of arrival; 0 is not available.
  public var etaDay: Int { payload.unsigned(278, 5) }

  /// Hour of arrival in UTC; 24 is not available.
  public var etaHour: Int { payload.unsigned(283, 5) }

  /// Minute of arrival; 60 is not available.
  public var etaMinute: Int { payload.unsigned(288, 6) }

  /// Present static draught in 1/10 metre; 0 is not available.
  public var draughtTenthsMetre: Int { payload.unsigned(294, 8) }

  /// Destination as the crew typed it.
  public var destination: AISText { payload.text(302, characters: 20) }

  /// Whether the data terminal is not available.
  public var dataTerminalNotReady: Bool { payload.flag(422) }
}
