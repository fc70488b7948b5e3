package import Geodesy
import Ledger
package import Rescue

/// An asset was ordered to search. The order that sends it stands beside it under the same name.
struct SearchOrdered: IncidentFact, Hashable {
  static let kind = "rescue.searchOrdered"
  var incident: String
  /// The name of the task, which is that of the search.
  var search: String
  var asset: String
  var order: SearchOrder
  var subjects: [String] { [aggregate, RescueNames.asset(asset)] }
}

/// What a search was that has been made.
package struct SearchMade: Sendable, Hashable, Codable {
  /// What searched.
  package enum Means: String, Sendable, Hashable, Codable, CaseIterable {
    case asset, radar, drone, satellite, camera, other
  }

  package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing was found: the boat is less likely to be there.
    case nothing
    /// The boat or somebody of it was found; the people are counted by themselves.
    case found
    /// It was broken off or not made; it says nothing of where the boat is.
    case notMade
  }

  /// Who or what searched, as the desk knows it.
  package var searcher: String
  package var means: Means
  package var outcome: Outcome
  package var from: Instant
  package var to: Instant
  package var areas: [Area]

  /// A part of the sea that was searched alike.
  package struct Area: Sendable, Hashable, Codable {
    package var footprint: Polygon
    /// The probability that the search would have found the boat anywhere in it.
    package var detectionProbability: Double

    package init(_ footprint: Polygon, detectionProbability: Double) {
      self.footprint = footprint
      self.detectionProbability = detectionProbability
    }
  }

  /// - Parameter areas: parts that do not overlap.
  package init(searcher: String, means: Means, outcome: Outcome, from: Instant, to: Instant, areas: [Area]) {
    self.searcher = searcher
    self.means = means
    self.outcome = outcome
    self.from = from
    self.to = to
    self.areas = areas
  }

  /// The middle of its time.
  package var middle: Instant { from.adding(milliseconds: (to.millisecondsSince1970 - from.millisecondsSince1970) / 2) }

  /// The parts as searches that found nothing; none for every other outcome.
  package var searched: [SearchedArea] {
    guard outcome == .nothing else { return [] }
    return areas.compactMap { area in
      SearchedArea(
        searcher: searcher, time: middle, footprint: area.footprint, detectionProbability: area.detectionProbability)
    }
  }
}

/// A search was made, and with what outcome.
struct SearchReported: IncidentFact, Hashable {
  static let kind = "rescue.searched"
  var incident: String
  var record: String
  /// The order that it carries out; nil for a search that nobody ordered, such as what a satellite covered.
  var search: String?
  var searcher: String
  var outcome: SearchMade.Outcome
  var made: SearchMade
}

/// A search was recorded in error; it stays in the log and counts no longer.
struct SearchWithdrawn: IncidentFact, Hashable {
  static let kind = "rescue.searchWithdrawn"
  var incident: String
  var record: String
}

/// Somebody decided to end the search for a boat, or to go on with it. It closes nothing.
struct SearchEnded: IncidentFact, Hashable {
  static let kind = "rescue.searchEnded"
  var incident: String
  /// Whether the search has ended; not when it goes on again.
  var holds: Bool
  /// How many searches found nothing until then.
  var searches: Int
  /// The probability of success of all of them together, as it stood on the screen; nil without a map.
  var success: Double?
  /// The longest survival that the sources on the screen gave, in hours; nil when none was asked.
  var longestSurvivalHours: Double?
}

/// What a boat may be as something that drifts, as somebody on watch says.
package struct DriftAssumption: Sendable, Hashable, Codable {
  package struct Hypothesis: Sendable, Hashable, Codable {
    /// The key of a leeway class.
    package var key: String
    package var weight: Double

    package init(_ key: String, weight: Double) {
      self.key = key
      self.weight = weight
    }
  }

  package var hypotheses: [Hypothesis]

  package init(_ hypotheses: [Hypothesis]) { self.hypotheses = hypotheses }

  /// The most hypotheses about one boat.
  package static let most = 8
}

struct DriftAssumed: IncidentFact, Hashable {
  static let kind = "rescue.drifting"
  var incident: String
  /// The classes in words for the log, such as `SKIFF-3 0.5`.
  var classes: [String]
  var assumption: DriftAssumption
}

/// What is known of people of a boat who are in the water.
package struct WaterStatement: Sendable, Hashable, Codable {
  package var waterCelsius: Double
  package var clothing: ImmersedPerson.Clothing?
  package var flotation: ImmersedPerson.Flotation?
  package var build: ImmersedPerson.Build?
  package var age: ImmersedPerson.AgeGroup?
  /// Since when they are in the water.
  package var since: Instant?

  package init(waterCelsius: Double) { self.waterCelsius = waterCelsius }

  /// The person whom published sources are asked about.
  package func person(now: Instant) -> ImmersedPerson {
    var person = ImmersedPerson(waterCelsius: waterCelsius)
    (person.clothing, person.flotation, person.build, person.age) = (clothing, flotation, build, age)
    person.minutesInWater = since.map { min(max(0, now.seconds(since: $0) / 60), ImmersedPerson.mostMinutes) }
    return person
  }
}

struct WaterStated: IncidentFact, Hashable {
  static let kind = "rescue.water"
  var incident: String
  var waterCelsius: Double
  var statement: WaterStatement
}
