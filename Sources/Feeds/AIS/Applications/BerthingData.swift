/// Berthing data: area code 1, function 20 (IMO SN.1/Circ.289).
public struct BerthingData: Hashable, Sendable {
  let payload: AISPayload

  /// Links messages that belong together; 0 for none.
  public var linkage: Int { payload.unsigned(88, 10) }

  /// Length of the berth; 0 is not available.
  public var berthLengthMetres: Int { payload.unsigned(98, 9) }

  /// Depth at the berth in 1/10 metre; 0 is not available.
  public var waterDepthTenthsMetre: Int { payload.unsigned(107, 8) }

  /// How to lie at the berth.
  public var mooring: Int { payload.unsigned(115, 3) }

  /// Month; 0 is not available.
  public var month: Int { payload.unsigned(118, 4) }

  /// Day; 0 is not available.
  public var day: Int { payload.unsigned(122, 5) }

  /// Hour in UTC; 24 is not available.
  public var hour: Int { payload.unsigned(127, 5) }

  /// Minute; 60 is not available.
  public var minute: Int { payload.unsigned(132, 6) }

  /// Whether the services are known.
  public var areServicesKnown: Bool { payload.flag(138) }

  /// Name of the berth.
  public var berth: AISText { payload.text(191, characters: 20) }

  /// Degrees east in 1/1,000 minute.
  public var longitudeThousandthMinutes: Int { payload.signed(311, 25) }

  /// Degrees north in 1/1,000 minute.
  public var latitudeThousandthMinutes: Int { payload.signed(336, 24) }

  /// The services of the berth in the order of the circular: agent, bunker, chandler, stevedore, electricity, water,
  /// customs, cartage, crane, lift, medical, navigation repair, provisions, ship repair, surveyor, steam, tugs, waste
  /// (solid, liquid, hazardous, ballast, other), regional 1 and 2, reserved 1 and 2.
  ///
  /// 0 not available or not requested, 1 available, 2 no data, 3 not to be used.
  public func service(_ index: Int) -> Int {
    0..<26 ~= index ? payload.unsigned(139 + 2 * index, 2) : 0
  }
}
