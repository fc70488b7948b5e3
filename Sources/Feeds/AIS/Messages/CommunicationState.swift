/// How a station keeps its slots on the radio link (ITU-R M.1371-5, Annex 2, §§ 3.3.7.2.2 and 3.3.7.3.2).
public enum CommunicationState: Hashable, Sendable {
  /// Self-organised access: synchronisation state, frames until a new slot is chosen, and what the rest of the bits say.
  case selfOrganised(synchronisation: Int, slotTimeout: Int, subMessage: Int)
  /// Incremental access: synchronisation state, increment to the next slot, number of slots, and whether the slot is kept.
  case incremental(synchronisation: Int, slotIncrement: Int, slots: Int, isKept: Bool)

  /// The state from the 19 bits of a message that uses self-organised access.
  static func selfOrganised(_ bits: Int) -> CommunicationState {
    .selfOrganised(synchronisation: bits >> 17 & 3, slotTimeout: bits >> 14 & 7, subMessage: bits & 0x3FFF)
  }

  /// The state from the 19 bits of a message that uses incremental access.
  static func incremental(_ bits: Int) -> CommunicationState {
    .incremental(
      synchronisation: bits >> 17 & 3, slotIncrement: bits >> 4 & 0x1FFF, slots: bits >> 1 & 7, isKept: bits & 1 != 0)
  }

  /// The state from 20 bits of which the first selects incremental access.
  static func selected(_ bits: Int) -> CommunicationState {
    bits >> 19 & 1 != 0 ? incremental(bits) : selfOrganised(bits)
  }
}
