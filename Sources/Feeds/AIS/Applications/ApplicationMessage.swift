/// The data of a binary message, by the applications that are known here.
public enum ApplicationMessage: Hashable, Sendable {
  /// 1/11.
  case weather236(WeatherObservation236)
  /// 1/12.
  case dangerousVoyage(DangerousVoyage)
  /// 1/13.
  case fairwayClosed(FairwayClosed)
  /// 1/14 and 1/32.
  case tidalWindow(TidalWindow)
  /// 1/15.
  case airDraught(AirDraught)
  /// 1/16.
  case personsAboard(PersonsAboard)
  /// 1/17.
  case syntheticTargets(SyntheticTargets)
  /// 1/18.
  case portClearance(PortClearance)
  /// 1/19.
  case trafficSignal(TrafficSignal)
  /// 1/20.
  case berthing(BerthingData)
  /// 1/25.
  case dangerousCargo(DangerousCargo)
  /// 1/27 and 1/28.
  case route(RouteInformation)
  /// 1/29 and 1/30.
  case text(TextDescription)
  /// 1/31.
  case weather289(WeatherObservation289)
  /// 200/10.
  case inlandShip(InlandShipData)
  /// 200/21.
  case inlandArrivalEstimate(InlandArrivalEstimate)
  /// 200/22.
  case inlandArrivalRequest(InlandArrivalRequest)
  /// 200/23.
  case inlandWeatherWarning(InlandWeatherWarning)
  /// 200/24.
  case inlandWaterLevels(InlandWaterLevels)
  /// 200/40.
  case inlandSignal(InlandSignalStatus)
  /// 200/55.
  case inlandPersonsAboard(InlandPersonsAboard)
  /// 235/10 and 250/10.
  case aidMonitoring(AidMonitoring)

  /// Recognises the application by area code, function and length; nil when it is not known or does not fit.
  init?(_ areaCode: Int, _ function: Int, _ payload: AISPayload, isAddressed: Bool) {
    let known =
      isAddressed
      ? Self.addressed(areaCode, function, payload) : Self.broadcast(areaCode, function, payload)
    guard let known else { return nil }
    self = known
  }

  private static func addressed(_ areaCode: Int, _ function: Int, _ payload: AISPayload) -> ApplicationMessage? {
    let bits = payload.bitCount
    switch (areaCode, function) {
    case (1, 12): return .dangerousVoyage(DangerousVoyage(payload: payload))
    case (1, 14) where bits >= 97: return .tidalWindow(TidalWindow(payload: payload, isOlderForm: true))
    case (1, 15) where bits >= 99: return .airDraught(AirDraught(payload: payload, dataStart: 88))
    case (1, 16) where [104, 136].contains(bits): return .personsAboard(PersonsAboard(payload: payload, dataStart: 88))
    case (1, 18): return .portClearance(PortClearance(payload: payload))
    case (1, 20) where bits >= 360: return .berthing(BerthingData(payload: payload))
    case (1, 25) where bits >= 100: return .dangerousCargo(DangerousCargo(payload: payload))
    case (1, 28) where bits >= 149: return .route(RouteInformation(payload: payload, dataStart: 88))
    case (1, 30) where bits >= 98: return .text(TextDescription(payload: payload, dataStart: 88))
    case (1, 32) where bits >= 97: return .tidalWindow(TidalWindow(payload: payload, isOlderForm: false))
    case (200, 21) where bits == 248: return .inlandArrivalEstimate(InlandArrivalEstimate(payload: payload))
    case (200, 22) where bits == 232: return .inlandArrivalRequest(InlandArrivalRequest(payload: payload))
    case (200, 55) where bits == 168: return .inlandPersonsAboard(InlandPersonsAboard(payload: payload))
    case (235, 10) where bits == 136, (250, 10) where bits == 136:
      return .aidMonitoring(AidMonitoring(payload: payload))
    default: return nil
    }
  }

  private static func broadcast(_ areaCode: Int, _ function: Int, _ payload: AISPayload) -> ApplicationMessage? {
    let bits = payload.bitCount
    switch (areaCode, function) {
    case (1, 11) where 344...352 ~= bits: return .weather236(WeatherObservation236(payload: payload))
    case (1, 13) where bits >= 468: return .fairwayClosed(FairwayClosed(payload: payload))
    case (1, 15) where bits >= 67: return .airDraught(AirDraught(payload: payload, dataStart: 56))
    case (1, 16) where [72, 104].contains(bits): return .personsAboard(PersonsAboard(payload: payload, dataStart: 56))
    case (1, 17) where bits >= 178: return .syntheticTargets(SyntheticTargets(payload: payload))
    case (1, 19) where bits >= 258: return .trafficSignal(TrafficSignal(payload: payload))
    case (1, 27) where bits >= 117: return .route(RouteInformation(payload: payload, dataStart: 56))
    case (1, 29) where bits >= 66: return .text(TextDescription(payload: payload, dataStart: 56))
    case (1, 31) where bits >= 350: return .weather289(WeatherObservation289(payload: payload))
    case (200, 10) where bits == 168 && payload.unsigned(141, 3) <= 5:
      return .inlandShip(InlandShipData(payload: payload))
    case (200, 23) where bits == 256: return .inlandWeatherWarning(InlandWeatherWarning(payload: payload))
    case (200, 24) where bits == 168: return .inlandWaterLevels(InlandWaterLevels(payload: payload))
    case (200, 40) where bits == 168: return .inlandSignal(InlandSignalStatus(payload: payload))
    default: return nil
    }
  }
}
