extension GroupingReason {
  /// The reason in English, as a desk may show it.
  public var english: String {
    switch kind {
    case .samePhone(let other): "same phone as \(other)"
    case .otherPhone: "another phone"
    case .sameReference(let reference, let other): "same reference \(reference) as \(other)"
    case .otherReference: "another reference"
    case .position(let metres, let deviation, let since, let seconds):
      "position \(metres <= 2 * deviation ? "agrees" : "differs"): \(Self.distance(metres)) after "
        + "\(Self.minutes(seconds)) of motion and drift from \(since), give or take \(Self.distance(deviation))"
    case .noPosition: "no position"
    case .people(let said, let others): Self.compared("count", Self.range(said), Self.range(others), weight)
    case .children(let said, let others): Self.compared("children", "\(said)", Self.range(others), weight)
    case .colour(let said, let others): Self.compared("colour", said, others.joined(separator: ", "), weight)
    case .departure(let said, let others): Self.compared("departure", said, others.joined(separator: ", "), weight)
    case .moment: weight >= 0 ? "the time fits" : "the time hardly fits"
    case .lift(let people, let said): "\(people) taken off, \(Self.range(said)) said to be aboard"
    case .officer: "an officer has said so"
    }
  }

  private static func compared(_ what: String, _ said: String, _ others: String, _ weight: Double) -> String {
    said == others || weight >= 0
      ? "\(what) agrees: \(said) and \(others)" : "\(what) differs: \(said) against \(others)"
  }

  private static func range(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private static func distance(_ metres: Double) -> String {
    guard metres.isFinite, metres < 1e9 else { return "far" }
    return metres < 950 ? "\(Int((metres / 50).rounded()) * 50) m" : "\((metres / 100).rounded() / 10) km"
  }

  private static func minutes(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "some time" }
    return "\(Int((seconds.magnitude / 60).rounded())) min"
  }
}

extension SettlingQuestion {
  /// The question in English.
  public var english: String {
    switch topic {
    case .colour: "What colour is the boat?"
    case .numberAboard: "How many people are aboard?"
    case .otherPhones: "Which other phone numbers are aboard?"
    case .surroundings: "What do you see around you, and can you send your position?"
    case .engine: "Is the engine running?"
    }
  }
}
