/// A made-up night in a strait, with what a watch officer hears of it and the truth behind it. None of it is real.
///
/// The same seed gives the same night on every machine. Times are whole seconds after the start of the night.
package struct RescueNight: Sendable {
  /// What somebody reported of a boat. A field that was not said is nil.
  package struct Report: Sendable {
    package var received: Int
    package var kind: Kind
    package var positionTime: Int?
    package var latitude: Double?
    package var longitude: Double?
    package var accuracyMetres: Int?
    package var phone: String?
    package var reference: String?
    package var aboard: Int?
    package var children: Int?
    package var colour: String?
    package var engineRuns: Bool?
    package var takesWater: Bool?
    /// The truth: the boat that it is about.
    package var boat: Int
  }

  /// By which road a report came.
  package enum Kind: String, Sendable {
    case call, pin, relay, centre, sighting
  }

  /// People taken off one boat by one asset.
  package struct Recovery: Sendable {
    package var time: Int
    package var latitude: Double
    package var longitude: Double
    package var people: Int
    package var asset: String
    /// The truth: the boat that they were taken from.
    package var boat: Int
  }

  /// Wind and current at one moment, in metres a second towards east and north, the same everywhere.
  package struct Sea: Sendable {
    package var time: Int
    package var windEast: Double
    package var windNorth: Double
    package var currentEast: Double
    package var currentNorth: Double
  }

  /// The truth of one boat.
  package struct Boat: Sendable {
    package var departed: Int
    package var ended: Int
    package var aboard: Int
    package var recovered: Int
    package var outcome: Outcome
  }

  /// How a boat's time at sea ended.
  package enum Outcome: String, Sendable {
    case recovered, lost, landed, returned
    case recoveredInPart = "recovered in part"
  }

  /// In the order of receipt.
  package private(set) var reports: [Report] = []
  /// In the order of time.
  package private(set) var recoveries: [Recovery] = []
  /// By the number under which reports and recoveries name them.
  package private(set) var boats: [Boat] = []
  /// Every ten minutes.
  package let sea: [Sea]

  /// The length of a night in seconds.
  static let length = 16 * 3_600
  private static let seaStep = 600

  /// The night of a seed.
  package init(seed: UInt64) {
    var weather = SeededGenerator(seed: seed, stream: 1)
    let water = RescueWater(&weather)
    sea = stride(from: 0, through: Self.length, by: Self.seaStep).map(water.sea)
    var chance = SeededGenerator(seed: seed, stream: 2)
    let number = 5 + chance.whole(below: 18)
    let launches = (0..<1 + chance.whole(below: 3)).map { _ in chance.number(in: 10_000...32_000) }
    for index in 0..<number {
      var own = SeededGenerator(seed: seed, stream: 100 + UInt64(index))
      let launch = launches[own.whole(below: launches.count)]
      let passage = RescuePassage(launch: launch, water, &own)
      var voices = RescueVoices(passage, number: index, &own)
      reports += voices.reports(&own)
      let lifts = RescueLifts(passage, number: index, &own)
      recoveries += lifts.recoveries
      boats.append(
        Boat(
          departed: passage.departed, ended: passage.ended, aboard: passage.aboard, recovered: lifts.people,
          outcome: lifts.outcome))
    }
    reports = Self.ordered(reports) { $0.received }
    recoveries = Self.ordered(recoveries) { $0.time }
  }

  /// In the order of a number, and where it is equal in the order that they have.
  private static func ordered<Value>(_ values: [Value], _ number: (Value) -> Int) -> [Value] {
    values.enumerated().sorted { (number($0.element), $0.offset) < (number($1.element), $1.offset) }.map(\.element)
  }
}
