extension DiscriminationParameters {
  /// The numbers that ship: learned by `foreland boats learn`, in 10 rounds, from the 120 made-up nights with known truth of
  /// seeds 1001 to 1120. No number was copied from the program that made the nights.
  /// Two were then set by hand: `leewayDoubt` 0.02 (learned 0.005) and `recoveryDrift` 0.05 (learned 0.0045); the learning
  /// now holds both at no less.
  public static let learned = DiscriminationParameters(
    reportsPerBoat: [
      0.06667, 0.1106, 0.1729, 0.171, 0.08835, 0.1291, 0.04324, 0.03296, 0.09825, 0.03296, 0.0003213, 0.0003213,
      0.0106, 0.03116, 0.0106, 0.0003213, 0.0003213, 0.0003213,
    ],
    partnerReportsPerBoat: [
      0.3737, 0.4403, 0.1854, 0.0003235, 0.0003235,
    ],
    boatsInNight: [
      0.003661, 0.005222, 0.009909, 0.01682, 0.02945, 0.05041, 0.05722, 0.04552, 0.06099, 0.05995, 0.05924,
      0.05515, 0.04798, 0.04056, 0.04071, 0.03413, 0.03769, 0.04051, 0.05047, 0.05915, 0.04777, 0.04931,
      0.03819, 0.01709, 0.01095, 0.006329, 0.003661, 0.003661, 0.003661, 0.003661, 0.003661, 0.003661, 0.003661,
    ],
    recoveryGapSeconds: 860.6,
    recoveredShare: 0.6595,
    hoursUntilRecovery: [
      0.0004878, 0.0004878, 0.1829, 0.1605, 0.1702, 0.1468, 0.1624, 0.1127, 0.06098, 0.0004878, 0.0004878,
      0.0004878, 0.0004878, 0.0004878,
    ],
    hoursOtherwise: [
      0.1212, 0.0009398, 0.0009398, 0.0235, 0.09305, 0.1062, 0.1231, 0.1739, 0.1024, 0.06485, 0.05357, 0.06673,
      0.05357, 0.01598,
    ],
    reportMoment: [
      0.03944, 0.0518, 0.0733, 0.09487, 0.1104, 0.1253, 0.1334, 0.1374, 0.1288, 0.1053,
    ],
    reportAfterRecovery: 0.001,
    phonesPerBoat: [
      0.1728, 0.1582, 0.1487, 0.1258, 0.2532, 0.1307, 0.007166, 0.001637, 0.001042, 0.0008118,
    ],
    phoneOfTwoBoats: 1.263e-05,
    referenceWrong: 0.2663,
    referenceOfTwoBoats: 0.001743,
    peopleAboard: [
      0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001274, 0.0001276,
      0.0001285, 0.0001313, 0.000139, 0.0001585, 0.0001999, 0.0002816, 0.0004281, 0.0006534, 0.0009788,
      0.001403, 0.001876, 0.002393, 0.002936, 0.003476, 0.004104, 0.004913, 0.005857, 0.006897, 0.008024,
      0.009014, 0.009792, 0.01043, 0.01088, 0.01128, 0.01178, 0.01242, 0.01323, 0.01406, 0.015, 0.01597,
      0.01689, 0.01793, 0.01901, 0.02007, 0.02115, 0.02221, 0.0232, 0.02401, 0.02476, 0.02532, 0.02556, 0.02569,
      0.02563, 0.02544, 0.02528, 0.02498, 0.02465, 0.02417, 0.02341, 0.02255, 0.0216, 0.02057, 0.0196, 0.01874,
      0.01804, 0.01752, 0.01715, 0.01701, 0.01697, 0.01687, 0.0167, 0.01625, 0.01558, 0.01478, 0.01382, 0.01278,
      0.01172, 0.01066, 0.009502, 0.008317, 0.007211, 0.006138, 0.005187, 0.004385, 0.003647, 0.003008,
      0.002413, 0.001866, 0.001395, 0.0009879, 0.0006761, 0.0004539, 0.0003035, 0.0002158, 0.0001677, 0.0001435,
      0.0001333, 0.0001292, 0.0001278, 0.0001274, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273,
      0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273,
      0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273,
      0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273,
      0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273, 0.0001273,
    ],
    countDoubt: [
      0.3, 0.3, 0.3, 0.2, 0.12,
    ],
    countRounded: [
      0.99, 0.99, 0.99, 0.99, 0.04291,
    ],
    liftTakesAll: 0.7179,
    liftAgain: 0.1809,
    childrenMean: 5.728,
    childrenBetween: 3.153,
    childrenWithin: 1.85,
    colourTrue: 0.8493,
    colours: 4.974,
    stoppedWhileMotoring: 0.3002,
    stoppedWhileDrifting: 0.98,
    places: [
      Spot(weight: 0.09784, east: 30144.0, north: 18969.0, eastDeviation: 15652.0, northDeviation: 4084.0),
      Spot(weight: 0.1474, east: -17199.0, north: 1414.0, eastDeviation: 8522.0, northDeviation: 9984.0),
      Spot(weight: 0.107, east: 24218.0, north: 10413.0, eastDeviation: 6995.0, northDeviation: 3000.0),
      Spot(weight: 0.06859, east: 11279.0, north: 7946.0, eastDeviation: 4736.0, northDeviation: 4651.0),
      Spot(weight: 0.1609, east: -5167.0, north: -24437.0, eastDeviation: 6641.0, northDeviation: 13678.0),
      Spot(weight: 0.05288, east: 40228.0, north: 14182.0, eastDeviation: 9933.0, northDeviation: 3000.0),
      Spot(weight: 0.1278, east: 2621.0, north: -16990.0, eastDeviation: 3082.0, northDeviation: 18339.0),
      Spot(weight: 0.2376, east: -2154.0, north: 6467.0, eastDeviation: 7040.0, northDeviation: 9053.0),
    ],
    velocities: [
      Spot(weight: 0.4552, east: -1.519, north: 0.7094, eastDeviation: 0.3887, northDeviation: 0.5854),
      Spot(weight: 0.2796, east: -0.8172, north: 1.733, eastDeviation: 0.3657, northDeviation: 0.3931),
      Spot(weight: 0.2652, east: -2.15, north: 0.1078, eastDeviation: 0.2675, northDeviation: 0.306),
    ],
    failureRate: 3.313e-05,
    driftsAtFirst: 0.1247,
    velocityWander: 1.314e-05,
    positionWander: 5.102,
    leeway: 0.03043,
    leewayDoubt: 0.02,
    accuracyFactor: [
      0.9948, 0.837, 0.2894, 0.8815, 0.5026,
    ],
    accuracyUnstated: [
      3000.0, 500.0, 2000.0, 2000.0, 1000.0,
    ],
    recoveryDeviation: 209.8,
    recoveryDrift: 0.05,
    pinStale: 0.3439,
    pinStaleSeconds: 3129.0,
    positionWrong: 0.002269
  )
}
