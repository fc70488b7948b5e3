import Outlook

/// What the outlook says in codes, in English.
enum OutlookWords {
  static func of(_ remark: OutlookRemark) -> String {
    switch remark {
    case .fewPastOrigins(let day, let days, let origins):
      "\(day): \(days) days before the origin leave \(origins) past origins to learn from; spread is widened"
    case .weatherTakenAsKnown(let day): "\(day): the weather of the forecast days themselves was used as known"
    case .nothingEverCame(let day, let known):
      "\(day): all \(known) known counts before the origin are zero; a first keeps a chance"
    case .tooFewForASeason(let day, let known):
      "\(day): only \(known) days before the origin are known, too few for a season; spread is widened"
    case .lessThanTwoYears(let day, let known):
      "\(day): only \(known) periods before the origin are known, less than two years; spread is widened"
    case .nothingToWatch(let learned, let periods):
      "the first \(learned) periods are learned from; none of the \(periods) can be watched"
    case .seasonHardlyKnown(let periods): "\(periods) periods are less than three years; the season is hardly known"
    case .thresholdRaised(let day):
      "\(day): the past had more swings than the baseline explains; the threshold was raised to keep false alarms rare"
    }
  }

  static func of(_ witness: AlarmWitness) -> String {
    switch witness {
    case .farringtonFlexible: "Farrington flexible"
    case .earsC1: "EARS C1"
    case .earsC2: "EARS C2"
    case .earsC3: "EARS C3"
    }
  }

  /// What a forecast is combined of, the heaviest member first.
  static func members(_ forecast: PeriodForecast) -> String {
    let sorted = forecast.weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return "combined of " + sorted.map { "\($0.key) \(Int(($0.value * 100).rounded())) %" }.joined(separator: ", ")
  }
}

extension Publication.Wording {
  static let english = Publication.Wording(notes: "Notes", cover: Self.words, note: Self.words)

  private static func words(_ line: Publication.CoverLine) -> String {
    switch line {
    case .title(let title): title
    case .published(let publisher, let day): "Published by \(publisher) on \(day)"
    case .nextRelease(.some(let day)): "Next release: \(day)"
    case .nextRelease(nil): "The next release is not yet announced."
    case .revisions(let policy): "Revisions: \(policy)"
    case .seenBefore(let access): "Seen \(access.hoursBefore) hours before by \(access.office): \(access.reason)"
    case .seenByNobody: "Nobody outside production saw these figures before."
    }
  }

  private static func words(_ note: Publication.Note) -> String {
    switch note {
    case .words(let words): words
    case .suppressed(.hidden(let most)):
      "Counts from 1 to \(most) are shown as [c]; where they could be worked out, further counts are shown as [c] too."
    case .suppressed(.rounded(let multiple)):
      "Counts are rounded to the nearest \(multiple), totals on their own, so that parts may not add up."
    case .marks:
      "[x] means not available, which is not zero. [c] means hidden to protect people. [p] means provisional."
    }
  }
}
