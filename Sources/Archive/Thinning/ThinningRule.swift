/// How much of the past is kept, by age: a list of steps, each fuller than the next.
public struct ThinningRule: Hashable, Sendable, Codable {
  /// The steps, the youngest age first; the first begins at age 0.
  public let steps: [ThinningStep]

  /// A rule, or nil unless the steps begin at age 0, grow in age and number 1 to 16.
  public init?(steps: [ThinningStep]) {
    guard (1...16).contains(steps.count), steps.first?.fromDays == 0 else { return nil }
    guard zip(steps, steps.dropFirst()).allSatisfy({ $0.fromDays < $1.fromDays }) else { return nil }
    self.steps = steps
  }

  private init(known steps: [ThinningStep]) {
    self.steps = steps
  }

  /// All positions for 7 days; then one a minute and what keeps the path within 50 m, to 90 days; then one in ten
  /// minutes.
  public static let usual = ThinningRule(known: [
    ThinningStep(fromDays: 0, keep: .everything),
    ThinningStep(fromDays: 7, keep: .spaced(seconds: 60, withinMetres: 50)),
    ThinningStep(fromDays: 90, keep: .spaced(seconds: 600, withinMetres: nil)),
  ])

  /// Everything for ever.
  public static let none = ThinningRule(known: [ThinningStep(fromDays: 0, keep: .everything)])

  /// The step that holds at an age, counted from 0.
  public func step(atAgeMilliseconds age: Int64) -> Int {
    steps.lastIndex { age >= Int64($0.fromDays) * 86_400_000 } ?? 0
  }
}

/// One step of a thinning rule.
public struct ThinningStep: Hashable, Sendable, Codable {
  /// What a step keeps.
  public enum Keep: Hashable, Sendable, Codable {
    /// Every position.
    case everything
    /// One position in so many seconds; with a distance also those without which the path would err by more.
    case spaced(seconds: Int, withinMetres: Int?)
    /// No position: the block is removed.
    case nothing
  }

  /// The age in days from which the step holds, up to that of the next.
  public let fromDays: Int
  /// What it keeps.
  public let keep: Keep

  /// A step; a negative age counts as 0.
  public init(fromDays: Int, keep: Keep) {
    self.fromDays = min(max(0, fromDays), 366_000)
    self.keep = keep
  }

  /// The key under which the screen finds the words of this step in each language.
  public var code: String {
    switch keep {
    case .everything: "archive.keep.everything"
    case .spaced(_, .none): "archive.keep.spaced"
    case .spaced(_, .some): "archive.keep.spacedWithin"
    case .nothing: "archive.keep.nothing"
    }
  }

  /// The numbers that belong into those words: `fromDays`, and where they apply `seconds` and `withinMetres`.
  public var arguments: [String: Int] {
    var arguments = ["fromDays": fromDays]
    if case .spaced(let seconds, let metres) = keep {
      arguments["seconds"] = seconds
      arguments["withinMetres"] = metres
    }
    return arguments
  }
}
