/// Data link management message: message 20 (ITU-R M.1371-5, Annex 8, § 3.18).
public struct LinkManagement: Hashable, Sendable {
  let payload: AISPayload

  /// Slot offset of the first reservation.
  public var offset1: Int { payload.unsigned(40, 12) }

  /// Consecutive slots of the first reservation; 0 for none.
  public var slots1: Int { payload.unsigned(52, 4) }

  /// Minutes that the first reservation holds.
  public var timeout1: Int { payload.unsigned(56, 3) }

  /// Increment to its next repetition, in slots.
  public var increment1: Int { payload.unsigned(59, 11) }

  /// Slot offset of the second reservation.
  public var offset2: Int { payload.unsigned(70, 12) }

  /// Consecutive slots of the second reservation; 0 for none.
  public var slots2: Int { payload.unsigned(82, 4) }

  /// Minutes that the second reservation holds.
  public var timeout2: Int { payload.unsigned(86, 3) }

  /// Increment to its next repetition, in slots.
  public var increment2: Int { payload.unsigned(89, 11) }

  /// Slot offset of the third reservation.
  public var offset3: Int { payload.unsigned(100, 12) }

  /// Consecutive slots of the third reservation; 0 for none.
  public var slots3: Int { payload.unsigned(112, 4) }

  /// Minutes that the third reservation holds.
  public var timeout3: Int { payload.unsigned(116, 3) }

  /// Increment to its next repetition, in slots.
  public var increment3: Int { payload.unsigned(119, 11) }

  /// Slot offset of the fourth reservation.
  public var offset4: Int { payload.unsigned(130, 12) }

  /// Consecutive slots of the fourth reservation; 0 for none.
  public var slots4: Int { payload.unsigned(142, 4) }

  /// Minutes that the fourth reservation holds.
  public var timeout4: Int { payload.unsigned(146, 3) }

  /// Increment to its next repetition, in slots.
  public var increment4: Int { payload.unsigned(149, 11) }
}
