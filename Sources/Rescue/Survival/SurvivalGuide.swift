/// What published sources say about survival in cold water, side by side.
///
/// They disagree by far, and that is shown: nobody's search ends because one of them says so. None tells whether a given
/// person lives.
public enum SurvivalGuide {
  /// Why a question about survival has no answer.
  public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason in a sentence.
    public let description: String
  }

  /// The estimates of every source that knows such water, in the order of `SurvivalSource`.
  ///
  /// At 10 °C, for an adult in ordinary clothes and a life jacket: cooling to 30 °C after 2.95 h on average (Hayward), half
  /// of those surveyed alive beyond 24 h, 1 to 6 h expected by the table, and up to 11.9 h for the longest known.
  /// - Throws: `Refusal` when the temperature is none that the sea has, or the time in the water none.
  public static func estimates(for person: ImmersedPerson) throws(Refusal) -> [SurvivalEstimate] {
    guard ImmersedPerson.temperatures.contains(person.waterCelsius) else {
      throw Refusal(description: "Water has −2 to 40 °C, not \(person.waterCelsius).")
    }
    if let minutes = person.minutesInWater, !(minutes >= 0 && minutes <= ImmersedPerson.mostMinutes) {
      throw Refusal(
        description: "Time in the water is 0 to \(Int(ImmersedPerson.mostMinutes)) minutes, not \(minutes).")
    }
    return SurvivalSource.allCases.flatMap { source in
      switch source {
      case .hayward1975: hayward(person)
      case .immersionSurvey2006: survey(person)
      case .searchTable: table(person)
      case .longestSurvivals2018: longest(person)
      }
    }
  }

  /// Mean minutes until the core of an adult in light clothes and a life jacket has cooled to 30 °C: 177 at 10 °C.
  ///
  /// Source: Hayward et al. 1975: 15 + 7.2/(0.0785 − 0.0034 T), from trials in cold sea water. Nil from 20 °C on,
  /// since it has no end at 23 °C, and below 0 °C.
  public static func haywardMinutes(waterCelsius: Double) -> Double? {
    guard waterCelsius >= 0, waterCelsius < 20 else { return nil }
    return 15 + 7.2 / (0.0785 - 0.0034 * waterCelsius)
  }

  private static func hayward(_ person: ImmersedPerson) -> [SurvivalEstimate] {
    guard let minutes = haywardMinutes(waterCelsius: person.waterCelsius) else { return [] }
    return [
      estimate(
        .hayward1975, .meanTimeToCooling, (minutes / 60, minutes / 60), person,
        [.withFlotationOnly, .ordinaryClothesOnly, .adultsOnly, .averageBuild, .calmWater])
    ]
  }

  /// Half-survival in hours at 5, 10 and 15 °C of people without a buoyancy aid; with one it was beyond 24 h at each.
  private static let surveyed: [(celsius: Double, hours: Double)] = [(5, 3.6), (10, 5.7), (15, 9)]
  private static let surveyedWithAid = 24.0

  private static func survey(_ person: ImmersedPerson) -> [SurvivalEstimate] {
    let celsius = person.waterCelsius
    guard let last = surveyed.last, celsius >= surveyed[0].celsius, celsius <= last.celsius else { return [] }
    let isBetween = !surveyed.contains { $0.celsius == celsius }
    let caveats: [SurvivalCaveat] = isBetween ? [.betweenGivenTemperatures] : []
    let without = estimate(.immersionSurvey2006, .halfOfThoseSurveyed, bracket(celsius), person, caveats)
    let with = estimate(
      .immersionSurvey2006, .halfOfThoseSurveyed, (surveyedWithAid, nil), person, caveats + [.withFlotationOnly])
    switch person.flotation {
    case .worn: return [with]
    case .some(.none): return [without]
    case .held, nil: return [without, with]
    }
  }

  /// The values given at the temperatures on either side; no curve is drawn between them.
  private static func bracket(_ celsius: Double) -> (least: Double, most: Double?) {
    let below = surveyed.last { $0.celsius <= celsius } ?? surveyed[0]
    let above = surveyed.first { $0.celsius >= celsius } ?? below
    return (below.hours, above.hours)
  }

  /// Upper ends of temperature in °C, and hours of expected survival.
  private static let expected: [(belowCelsius: Double, hours: (least: Double, most: Double?))] = [
    (0.3, (0.25, 0.75)), (4.4, (0.5, 1.5)), (10, (1, 3)), (15.6, (1, 6)), (21.1, (2, 40)), (26.7, (3, nil)),
  ]

  private static func table(_ person: ImmersedPerson) -> [SurvivalEstimate] {
    guard let row = expected.first(where: { person.waterCelsius < $0.belowCelsius }) else { return [] }
    return [estimate(.searchTable, .expectedRange, row.hours, person, [.ordinaryClothesOnly, .averageBuild])]
  }

  /// The curve of the longest known survival, in hours: 0.0547 T² + 0.5048 T + 1.3604, from 0 to 20 °C.
  private static func longest(_ person: ImmersedPerson) -> [SurvivalEstimate] {
    let celsius = person.waterCelsius
    guard celsius >= 0, celsius <= 20 else { return [] }
    let hours = (0.0547 * celsius + 0.5048) * celsius + 1.3604
    return [estimate(.longestSurvivals2018, .longestKnown, (0, hours), person, [.fromSecondaryText])]
  }

  /// An estimate with what has to be said with it for this person.
  private static func estimate(
    _ source: SurvivalSource, _ meaning: SurvivalEstimate.Meaning, _ hours: (least: Double, most: Double?),
    _ person: ImmersedPerson, _ special: [SurvivalCaveat]
  ) -> SurvivalEstimate {
    var caveats: [SurvivalCaveat] = [.peopleDiffer, .drowningComesFirst]
    caveats += special.filter { matters($0, to: person) }
    if let minutes = person.minutesInWater, let most = hours.most, minutes > most * 60 {
      caveats.append(.timeHasPassed)
    }
    return SurvivalEstimate(source: source, meaning: meaning, hours: hours, caveats: caveats)
  }

  /// A caveat is left out only where what is known of the person answers it.
  private static func matters(_ caveat: SurvivalCaveat, to person: ImmersedPerson) -> Bool {
    switch caveat {
    case .adultsOnly: person.age != .adult
    case .withFlotationOnly: person.flotation != .worn
    case .ordinaryClothesOnly: person.clothing != .ordinary
    case .averageBuild: person.build != .average
    default: true
    }
  }
}
