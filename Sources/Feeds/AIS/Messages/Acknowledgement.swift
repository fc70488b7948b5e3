/// Binary and safety related acknowledgement: messages 7 and 13 (ITU-R M.1371-5, Annex 8, §§ 3.5 and 3.11).
public struct Acknowledgement: Hashable, Sendable {
  let payload: AISPayload

  /// Who is acknowledged first.
  public var destination1: UInt32 { payload.identity(40) }

  /// Sequence number of the first.
  public var sequenceNumber1: Int { payload.unsigned(70, 2) }

  /// Who is acknowledged second; 0 for none.
  public var destination2: UInt32 { payload.identity(72) }

  /// Sequence number of the second.
  public var sequenceNumber2: Int { payload.unsigned(102, 2) }

  /// Who is acknowledged third; 0 for none.
  public var destination3: UInt32 { payload.identity(104) }

  /// Sequence number of the third.
  public var sequenceNumber3: Int { payload.unsigned(134, 2) }

  /// Who is acknowledged fourth; 0 for none.
  public var destination4: UInt32 { payload.identity(136) }

  /// Sequence number of the fourth.
  public var sequenceNumber4: Int { payload.unsigned(166, 2) }
}
