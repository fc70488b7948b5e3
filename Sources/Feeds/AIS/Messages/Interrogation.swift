/// Interrogation: message 15 (ITU-R M.1371-5, Annex 8, § 3.13).
public struct Interrogation: Hashable, Sendable {
  let payload: AISPayload

  /// Who is asked first.
  public var destination1: UInt32 { payload.identity(40) }

  /// Which message the first shall send.
  public var messageType1: Int { payload.unsigned(70, 6) }

  /// In which slot.
  public var slotOffset1: Int { payload.unsigned(76, 12) }

  /// Which second message the first shall send; 0 for none.
  public var messageType2: Int { payload.unsigned(90, 6) }

  /// In which slot.
  public var slotOffset2: Int { payload.unsigned(96, 12) }

  /// Who is asked second; 0 for none.
  public var destination2: UInt32 { payload.identity(110) }

  /// Which message the second shall send.
  public var destination2MessageType: Int { payload.unsigned(140, 6) }

  /// In which slot.
  public var destination2SlotOffset: Int { payload.unsigned(146, 12) }
}
