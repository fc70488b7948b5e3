/// What a message says, by its type.
public enum AISContent: Hashable, Sendable {
  /// Messages 1, 2 and 3.
  case position(PositionReport)
  /// Messages 4 and 11.
  case baseStation(BaseStationReport)
  /// Message 5.
  case shipStatic(ShipStaticData)
  /// Message 6.
  case addressedBinary(AddressedBinaryMessage)
  /// Messages 7 and 13.
  case acknowledgement(Acknowledgement)
  /// Message 8.
  case broadcastBinary(BroadcastBinaryMessage)
  /// Message 9.
  case rescueAircraft(RescueAircraftReport)
  /// Message 10.
  case timeInquiry(TimeInquiry)
  /// Message 12.
  case addressedSafety(AddressedSafetyMessage)
  /// Message 14.
  case safetyBroadcast(SafetyBroadcast)
  /// Message 15.
  case interrogation(Interrogation)
  /// Message 16.
  case assignment(AssignmentCommand)
  /// Message 17.
  case differentialCorrections(DifferentialCorrections)
  /// Message 18.
  case classBPosition(ClassBPositionReport)
  /// Message 19.
  case extendedClassB(ExtendedClassBReport)
  /// Message 20.
  case linkManagement(LinkManagement)
  /// Message 21.
  case aidToNavigation(AidToNavigationReport)
  /// Message 22.
  case channelManagement(ChannelManagement)
  /// Message 23.
  case groupAssignment(GroupAssignment)
  /// Message 24.
  case staticData(StaticDataReport)
  /// Message 25.
  case singleSlotBinary(SingleSlotBinaryMessage)
  /// Message 26.
  case multipleSlotBinary(MultipleSlotBinaryMessage)
  /// Message 27.
  case longRangePosition(LongRangePositionReport)
  /// A payload that is none of the 27; a decoder hands on no such message.
  case unknown
}

extension AISMessage {
  /// What the message says, by its type.
  public var content: AISContent {
    switch type {
    case 1, 2, 3: .position(PositionReport(payload: payload))
    case 4, 11: .baseStation(BaseStationReport(payload: payload))
    case 5: .shipStatic(ShipStaticData(payload: payload))
    case 6: .addressedBinary(AddressedBinaryMessage(payload: payload))
    case 7, 13: .acknowledgement(Acknowledgement(payload: payload))
    case 8: .broadcastBinary(BroadcastBinaryMessage(payload: payload))
    case 9: .rescueAircraft(RescueAircraftReport(payload: payload))
    case 10: .timeInquiry(TimeInquiry(payload: payload))
    case 12: .addressedSafety(AddressedSafetyMessage(payload: payload))
    case 14: .safetyBroadcast(SafetyBroadcast(payload: payload))
    case 15: .interrogation(Interrogation(payload: payload))
    case 16: .assignment(AssignmentCommand(payload: payload))
    case 17: .differentialCorrections(DifferentialCorrections(payload: payload))
    case 18: .classBPosition(ClassBPositionReport(payload: payload))
    case 19: .extendedClassB(ExtendedClassBReport(payload: payload))
    case 20: .linkManagement(LinkManagement(payload: payload))
    case 21: .aidToNavigation(AidToNavigationReport(payload: payload))
    case 22: .channelManagement(ChannelManagement(payload: payload))
    case 23: .groupAssignment(GroupAssignment(payload: payload))
    case 24: .staticData(StaticDataReport(payload: payload))
    case 25: .singleSlotBinary(SingleSlotBinaryMessage(payload: payload))
    case 26: .multipleSlotBinary(MultipleSlotBinaryMessage(payload: payload))
    case 27: .longRangePosition(LongRangePositionReport(payload: payload))
    default: .unknown
    }
  }
}
