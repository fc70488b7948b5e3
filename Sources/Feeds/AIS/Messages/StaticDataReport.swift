/// Class B static data report, part A or B: message 24 (ITU-R M.1371-5, Annex 8, § 3.22).
public struct StaticDataReport: Hashable, Sendable {
  let payload: AISPayload

  /// Whether it is part A, which carries the name.
  public var isPartA: Bool { payload.unsigned(38, 2) == 0 }

  /// Name of the ship (part A).
  public var name: AISText { payload.text(40, characters: 20) }

  /// Type of ship and cargo (part B).
  public var shipType: Int { payload.unsigned(40, 8) }

  /// The maker as older stations send it, seven characters (part B); newer ones use the first three.
  public var vendor: AISText { payload.text(48, characters: 7) }

  /// Model code of the unit (part B).
  public var unitModel: Int { payload.unsigned(66, 4) }

  /// Serial number of the unit (part B).
  public var serialNumber: Int { payload.unsigned(70, 20) }

  /// Radio call sign (part B).
  public var callSign: AISText { payload.text(90, characters: 7) }

  /// Whether the sender is a craft that belongs to a mother ship.
  public var isAuxiliaryCraft: Bool { payload.identity(8) / 10_000_000 == 98 }

  /// The mother ship of an auxiliary craft (part B).
  public var motherShip: UInt32 { payload.identity(132) }

  /// From the bow to the reference point, in metres.
  public var toBowMetres: Int { payload.unsigned(132, 9) }

  /// From the stern to the reference point, in metres.
  public var toSternMetres: Int { payload.unsigned(141, 9) }

  /// From the port side to the reference point, in metres.
  public var toPortMetres: Int { payload.unsigned(150, 6) }

  /// From the starboard side to the reference point, in metres.
  public var toStarboardMetres: Int { payload.unsigned(156, 6) }

  /// Type of electronic position fixing device (part B).
  public var positionDevice: Int { payload.unsigned(162, 4) }
}
