public import Geodesy

/// How a trainee's reckoning compares with the truth, at the end of an exercise.
///
/// It is about boats and incidents; nothing in it judges who called.
public struct BlindScore: Hashable, Sendable {
  /// A boat of which people are missing and that nobody keeps open any more: the mistake that kills.
  public struct Abandoned: Hashable, Sendable {
    /// The boat's actor.
    public let boat: Int
    /// The closed incidents that hold its reports, by name; empty when its reports were put to no incident.
    public let incidents: [String]
    /// How many of its people are truly not accounted for.
    public let unaccounted: Int
  }

  /// A boat whose reports stand in several incidents.
  public struct Split: Hashable, Sendable {
    /// The boat's actor.
    public let boat: Int
    /// The incidents, by name.
    public let incidents: [String]
  }

  /// An incident that holds reports of several boats.
  public struct Mixed: Hashable, Sendable {
    /// Its name.
    public let incident: String
    /// The boats' actors, in their order.
    public let boats: [Int]
  }

  /// An incident that is open though the centres were told of everyone aboard.
  public struct LeftOpen: Hashable, Sendable {
    /// Its name.
    public let incident: String
    /// The boat's actor.
    public let boat: Int
  }

  /// How long a boat waited from the first report of it until an asset was sent.
  public struct Delay: Hashable, Sendable {
    /// The boat's actor.
    public let boat: Int
    /// Seconds, at least 0; nil when nothing was ever sent.
    public let seconds: Double?
  }

  /// Boats of which people are missing and that no open incident is about: closed, or never opened. Most people first.
  public let abandoned: [Abandoned]
  /// Boats whose reports stand in several incidents, in the order of their actors.
  public let split: [Split]
  /// Incidents that hold reports of several boats, by name.
  public let mixed: [Mixed]
  /// Incidents that are open though everyone was told of, by name.
  public let leftOpen: [LeftOpen]
  /// Boats that needed an asset and how long they waited, in the order of their actors.
  public let delays: [Delay]
  /// How well the grouping agrees with the boats: 1 for the same, about 0 for one by chance.
  public let adjustedRandIndex: Double
  /// How many people of the boats that were reported are truly not accounted for.
  public let unaccounted: Int
  /// How many the trainee's incidents state.
  public let statedUnaccounted: Int
  /// How many reports came in.
  public let reports: Int
  /// How many of them were put to no incident.
  public let ungroupedReports: Int

  /// Compares a trainee's reckoning with what is true at a moment.
  ///
  /// Only reports and boats of which the trainee's centre had heard by then count.
  ///
  /// - Parameters:
  ///   - trainee: what was made of the night.
  ///   - script: the night's rescue.
  ///   - moment: when the exercise ended; the end of the night when nil.
  ///   - centres: whose reports the trainee had.
  public init(
    of trainee: TraineeReckoning, against script: RescueScript, at moment: Instant? = nil,
    centres: Set<ScriptCentre> = [.home]
  ) {
    let sheet = ScoreSheet(trainee, script, at: moment ?? script.night.end, centres)
    abandoned = sheet.abandoned()
    split = sheet.split()
    mixed = sheet.mixed()
    leftOpen = sheet.leftOpen()
    delays = sheet.delays()
    adjustedRandIndex = sheet.adjustedRandIndex()
    unaccounted = sheet.boats.reduce(0) { $0 + $1.tally(at: sheet.moment).unaccounted }
    // Sums of what a trainee typed must not overflow.
    statedUnaccounted = sheet.incidents.reduce(0) { sum, incident in
      min(ScoreSheet.mostPeople, sum + min(ScoreSheet.mostPeople, max(0, incident.unaccounted)))
    }
    reports = sheet.items.count
    ungroupedReports = sheet.items.count { $0.incident == nil }
  }

  /// What a boat that was sent for waited in the middle, in seconds; nil when nothing was sent.
  public var medianDelaySeconds: Double? {
    let sorted = delays.compactMap(\.seconds).sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
