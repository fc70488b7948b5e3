/// What one published source says about how long people survive in such water.
///
/// It is a range about many people and never a deadline for one. The caveats travel with it.
public struct SurvivalEstimate: Hashable, Sendable {
  /// The source that says so.
  public let source: SurvivalSource
  /// What its numbers mean.
  public let meaning: Meaning
  /// Hours: the least and the most that the source gives; the most is nil where it gives no end.
  public let hours: (least: Double, most: Double?)
  /// What has to be said with it, as keys of texts.
  public let caveats: [SurvivalCaveat]

  /// What the hours of a source mean.
  public enum Meaning: String, Sendable, CaseIterable {
    /// The mean time until the core of the body has cooled to 30 °C, when most people lose consciousness.
    case meanTimeToCooling
    /// The time that half of the people of a survey survived.
    case halfOfThoseSurveyed
    /// The time of survival that a table expects, from the least to the most.
    case expectedRange
    /// The longest survival that is known; a few lived so long, and most did not.
    case longestKnown
  }

  /// Whether two estimates say the same.
  public static func == (first: SurvivalEstimate, second: SurvivalEstimate) -> Bool {
    first.source == second.source && first.meaning == second.meaning && first.hours.least == second.hours.least
      && first.hours.most == second.hours.most && first.caveats == second.caveats
  }

  /// Feeds the source and the hours to a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(hours.least)
    hasher.combine(hours.most)
  }
}

/// What has to be said with an estimate of survival.
///
/// The raw value is the key of the text in either language.
public enum SurvivalCaveat: String, Sendable, CaseIterable {
  /// The times are about groups: people have lived far longer, and died far sooner.
  case peopleDiffer = "survival.caveat.people-differ"
  /// Cold shock and failing strength drown people within minutes to half an hour, before they cool.
  case drowningComesFirst = "survival.caveat.drowning-comes-first"
  /// The source knows adults only; children cool faster.
  case adultsOnly = "survival.caveat.adults-only"
  /// The source is about people who float in life jackets.
  case withFlotationOnly = "survival.caveat.with-flotation-only"
  /// The source is about light or ordinary clothes; a suit multiplies the time.
  case ordinaryClothesOnly = "survival.caveat.ordinary-clothes-only"
  /// The source was measured in calm water; waves and wind shorten the time.
  case calmWater = "survival.caveat.calm-water"
  /// Build changes the time more than the source says: fat insulates.
  case averageBuild = "survival.caveat.average-build"
  /// The time lies between the temperatures that the source gives.
  case betweenGivenTemperatures = "survival.caveat.between-given-temperatures"
  /// The numbers come from a secondary text; the paper itself was not at hand.
  case fromSecondaryText = "survival.caveat.from-secondary-text"
  /// The person has been in the water longer than the source's time: that is no sign that they are dead.
  case timeHasPassed = "survival.caveat.time-has-passed"
}
