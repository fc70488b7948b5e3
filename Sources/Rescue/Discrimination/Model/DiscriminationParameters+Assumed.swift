public import Geodesy

extension DiscriminationParameters {
  /// Where the plane of the learned places touches the earth: the middle of the Dover Strait.
  public static let placeOrigin = Position(latitudeDegrees: 50.9, longitudeDegrees: 1.5)!

  /// Round numbers from general knowledge, from which learning starts; nothing runs on them.
  public static let assumed = DiscriminationParameters(
    reportsPerBoat: [0.1, 0.2, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05],
    partnerReportsPerBoat: [0.5, 0.4, 0.1],
    boatsInNight: [Double](repeating: 0.04, count: 25),
    departureShare: 0.05,
    recoveryGapSeconds: 1_200,
    recoveredShare: 0.6,
    hoursUntilRecovery: [Double](repeating: 0.1, count: 10),
    hoursOtherwise: [Double](repeating: 0.07, count: 14),
    reportMoment: [Double](repeating: 0.1, count: 10),
    reportAfterRecovery: 0.005,
    phonesPerBoat: [0.2, 0.2, 0.2, 0.2, 0.2],
    phoneOfTwoBoats: 1e-4,
    referenceWrong: 0.2,
    referenceOfTwoBoats: 1e-2,
    peopleAboard: [Double](repeating: 0.01, count: 100),
    countDoubt: [0.3, 0.3, 0.3, 0.2, 0.2],
    countRounded: [0.7, 0.7, 0.7, 0.7, 0.3],
    liftTakesAll: 0.7,
    liftAgain: 0.3,
    lackingByChance: [0, 1, 0],
    childrenMean: 5,
    childrenBetween: 4,
    childrenWithin: 2,
    colourTrue: 0.8,
    colours: 6,
    stoppedWhileMotoring: 0.3,
    stoppedWhileDrifting: 0.9,
    places: [Spot(weight: 1, east: 0, north: 0, eastDeviation: 30_000, northDeviation: 30_000)],
    // Along the coast from the South Foreland to Dungeness.
    aims: [
      Aim(weight: 0.3, east: -9_000, north: 27_000), Aim(weight: 0.3, east: -22_000, north: 20_000),
      Aim(weight: 0.4, east: -37_000, north: 2_000),
    ],
    speeds: [1.5, 2.5],
    speedDeviation: 0.4,
    failureRate: 2e-5,
    driftsAtFirst: 0.1,
    velocityWander: 1e-5,
    positionWander: 10,
    leeway: 0.04,
    leewayDoubt: 0.1,
    accuracyFactor: [1, 0.7, 0.7, 1, 0.7],
    accuracyUnstated: [3_000, 500, 2_000, 2_000, 1_000],
    recoveryDeviation: 300,
    recoveryDrift: 0.5,
    pinStale: 0.3,
    pinStaleSeconds: 3_000,
    positionWrong: 0.005)
}
