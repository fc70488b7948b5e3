/// A published source about survival in cold water.
public enum SurvivalSource: String, Sendable, CaseIterable {
  /// Cooling of volunteers in light clothes and life jackets.
  case hayward1975
  /// The half-survival times of the United Kingdom's survey of immersion incidents.
  case immersionSurvey2006
  /// The table of expected survival that search manuals carry.
  case searchTable
  /// The curve over the longest survivals that are known.
  case longestSurvivals2018

  /// Where it stands.
  public var citation: String {
    switch self {
    case .hayward1975:
      "Hayward, Eckerson and Collis 1975, Thermal balance and survival time prediction of man in cold water, "
        + "Canadian Journal of Physiology and Pharmacology 53, 21–32"
    case .immersionSurvey2006:
      "UK National Immersion Incident Survey 2006 (1,593 cases), in Environmental Ergonomics XII, Biomed, Ljubljana 2007, "
        + "p. 342, table 4; the survey is analysed again in Tipton et al. 2022, Journal of Thermal Biology, article 103349"
    case .searchTable:
      "United States Search and Rescue Task Force, Cold water survival: expected time of survival by temperature"
    case .longestSurvivals2018:
      "Xu and Giesbrecht 2018, A new look at survival times during cold water immersion, Journal of Thermal "
        + "Biology: the curve of maximal survival over 122 cases"
    }
  }
}

/// Models that standards name and that are not reproduced, with the reason.
public enum SurvivalOmission: String, Sendable, CaseIterable {
  /// Tikuisis 1995 and 1997, the Cold Exposure Survival Model and its statistical form of 2005.
  case tikuisis
  /// The two regression models of Tipton et al. 2022.
  case tipton2022
  /// The Probability of Survival Decision Aid of the United States Coast Guard.
  case decisionAid

  /// Why it is not here.
  public var reason: String {
    switch self {
    case .tikuisis:
      "The papers (International Journal of Biometeorology 39, 94–102; DRDC Toronto TR 2005-097) describe a model of a "
        + "cooling cylinder with a shivering response; its coefficients were not at hand, and none were made up."
    case .tipton2022:
      "The regression coefficients of Journal of Thermal Biology, article 103349, were not at hand; the survey behind them is "
        + "shown by its table of 2006."
    case .decisionAid: "The program of the United States Army (Xu et al.) is not published as equations."
    }
  }
}
