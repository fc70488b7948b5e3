/// Recommended arrival at a lock, bridge or terminal: area code 200, function 22 (inland AIS standard, CESNI and UNECE Resolution 63).
public struct InlandArrivalRequest: Hashable, Sendable {
  let payload: AISPayload

  /// UN country code.
  public var country: AISText { payload.text(88, characters: 2) }

  /// UN/LOCODE location.
  public var location: AISText { payload.text(100, characters: 3) }

  /// Fairway section.
  public var section: AISText { payload.text(118, characters: 5) }

  /// Terminal.
  public var terminal: AISText { payload.text(148, characters: 5) }

  /// Fairway hectometre.
  public var hectometre: AISText { payload.text(178, characters: 5) }

  /// Month; 0 is not available.
  public var month: Int { payload.unsigned(208, 4) }

  /// Day; 0 is not available.
  public var day: Int { payload.unsigned(212, 5) }

  /// Hour in UTC; 24 is not available.
  public var hour: Int { payload.unsigned(217, 5) }

  /// Minute; 60 is not available.
  public var minute: Int { payload.unsigned(222, 6) }

  /// 0 operational, 1 limited, 2 out of order, 3 not available.
  public var status: Int { payload.unsigned(228, 2) }
}
