extension DiscriminationParameters {
  /// The numbers that ship: learned from the 400 made-up nights with known truth of seeds 1001 to 1400 in the steps of
  /// `foreland boats learn`, though not in one run: 4 rounds that began at an earlier learning from a part of them, two aims of next to
  /// no weight left out, and the layer over the samples fitted apart. No number was copied from the program that made the nights.
  public static let learned = DiscriminationParameters(
    reportsPerBoat: [
      0.071, 0.1079, 0.1656, 0.1697, 0.08869, 0.1293, 0.04317, 0.03404, 0.1019, 0.03404, 9.588e-05, 9.588e-05,
      0.01087, 0.03243, 0.01087, 9.588e-05, 9.588e-05, 9.588e-05,
    ],
    partnerReportsPerBoat: [
      0.3713, 0.4496, 0.1789, 9.622e-05, 9.622e-05,
    ],
    boatsInNight: [
      0.0012, 0.003758, 0.00849, 0.01554, 0.03376, 0.0484, 0.05463, 0.05343, 0.05162, 0.05904, 0.05846, 0.05134,
      0.04832, 0.03908, 0.04592, 0.04211, 0.044, 0.05553, 0.05287, 0.05954, 0.05177, 0.04504, 0.03894, 0.01582,
      0.0086, 0.004405, 0.0012, 0.0012, 0.0012, 0.0012, 0.0012, 0.0012, 0.0012,
    ],
    departureShare: 0.07337,
    recoveryGapSeconds: 844.2,
    recoveredShare: 0.6536,
    hoursUntilRecovery: [
      0.000147, 0.000147, 0.1774, 0.1727, 0.1742, 0.1465, 0.1542, 0.1221, 0.05188, 0.000147, 0.000147, 0.000147,
      0.000147, 0.000147,
    ],
    hoursOtherwise: [
      0.1343, 0.0002769, 0.0002769, 0.02741, 0.1016, 0.1033, 0.1105, 0.1631, 0.1011, 0.07281, 0.06728, 0.06229,
      0.04236, 0.01357,
    ],
    reportMoment: [
      0.0383, 0.05214, 0.07253, 0.09402, 0.1107, 0.1251, 0.1335, 0.1379, 0.1276, 0.1082,
    ],
    reportAfterRecovery: 0.001,
    phonesPerBoat: [
      0.1784, 0.1581, 0.1395, 0.1667, 0.1822, 0.1699, 0.004407, 0.0003673, 0.0002182, 0.0001648,
    ],
    phoneOfTwoBoats: 1e-05,
    referenceWrong: 0.2872,
    referenceOfTwoBoats: 0.002179,
    peopleAboard: [
      3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.833e-05, 3.845e-05, 3.896e-05, 4.07e-05,
      4.572e-05, 5.84e-05, 8.753e-05, 0.0001466, 0.0002552, 0.0004393, 0.0007182, 0.001108, 0.001616, 0.002211,
      0.002878, 0.003597, 0.004319, 0.005065, 0.005826, 0.006571, 0.007297, 0.008013, 0.008693, 0.009325,
      0.009963, 0.01061, 0.01128, 0.01202, 0.01282, 0.01361, 0.01436, 0.01508, 0.01578, 0.01651, 0.01736,
      0.01834, 0.01935, 0.0204, 0.02142, 0.02235, 0.02321, 0.02402, 0.02474, 0.02532, 0.02578, 0.02599, 0.02603,
      0.0259, 0.02554, 0.02513, 0.0246, 0.02396, 0.02334, 0.02265, 0.02188, 0.02105, 0.02018, 0.0193, 0.01846,
      0.0177, 0.01701, 0.0164, 0.01584, 0.0153, 0.01471, 0.01408, 0.01343, 0.01271, 0.01198, 0.01122, 0.01045,
      0.009644, 0.008784, 0.007884, 0.006924, 0.005969, 0.005035, 0.004143, 0.003348, 0.002627, 0.001988,
      0.001455, 0.00101, 0.0006651, 0.0004189, 0.0002512, 0.000148, 9.061e-05, 6.067e-05, 4.691e-05, 4.129e-05,
      3.917e-05, 3.852e-05, 3.834e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05,
      3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05,
      3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05,
      3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05, 3.83e-05,
      3.83e-05, 3.83e-05, 3.83e-05,
    ],
    countDoubt: [
      0.3, 0.3, 0.3, 0.2, 0.12,
    ],
    countRounded: [
      0.99, 0.99, 0.99, 0.99, 0.0106,
    ],
    liftTakesAll: 0.7034,
    liftAgain: 0.2067,
    lackingByChance: [-1.797, 0.932, 1.84],
    childrenMean: 5.673,
    childrenBetween: 3.163,
    childrenWithin: 1.899,
    colourTrue: 0.8557,
    colours: 4.956,
    stoppedWhileMotoring: 0.3265,
    stoppedWhileDrifting: 0.98,
    places: [
      Spot(weight: 0.0783, east: 37039.0, north: 14134.0, eastDeviation: 10576.0, northDeviation: 3000.0),
      Spot(weight: 0.1814, east: -4680.0, north: 10123.0, eastDeviation: 9550.0, northDeviation: 7442.0),
      Spot(weight: 0.1599, east: -4068.0, north: -26055.0, eastDeviation: 6682.0, northDeviation: 13866.0),
      Spot(weight: 0.1251, east: 19766.0, north: 9628.0, eastDeviation: 8681.0, northDeviation: 3149.0),
      Spot(weight: 0.1346, east: 2632.0, north: 629.6, eastDeviation: 5384.0, northDeviation: 8102.0),
      Spot(weight: 0.09728, east: 27008.0, north: 19408.0, eastDeviation: 17275.0, northDeviation: 3953.0),
      Spot(weight: 0.1459, east: -15081.0, north: -1951.0, eastDeviation: 9761.0, northDeviation: 9449.0),
      Spot(weight: 0.07747, east: 2525.0, north: -29480.0, eastDeviation: 3000.0, northDeviation: 14670.0),
    ],
    aims: [
      Aim(weight: 0.1705, east: -13000.0, north: 25750.0), Aim(weight: 0.4125, east: -27000.0, north: 22500.0),
      Aim(weight: 0.417, east: -41500.0, north: 6500.0),
    ],
    speeds: [
      1.632, 2.298,
    ],
    speedDeviation: 0.222,
    failureRate: 3.313e-05,
    driftsAtFirst: 0.1356,
    velocityWander: 1.746e-06,
    positionWander: 11.83,
    leeway: 0.0298,
    leewayDoubt: 0.02,
    accuracyFactor: [
      1.016, 0.5979, 0.2894, 0.9002, 0.5026,
    ],
    accuracyUnstated: [
      3000.0, 500.0, 2000.0, 2000.0, 1000.0,
    ],
    recoveryDeviation: 192.9,
    recoveryDrift: 0.05,
    pinStale: 0.3741,
    pinStaleSeconds: 3129.0,
    positionWrong: 0.001918
  )
}
