/// What becomes of work in progress when arrivals of cases and decisions go on at a stated pace.
public struct BacklogScenario: Equatable, Sendable {
  /// Cases open at the start.
  public let open: Double
  /// New cases a week.
  public let newCasesAWeek: Double
  /// Caseworkers at the start.
  public let caseworkers: Double
  /// The change of their number each week.
  public let caseworkersGainedAWeek: Double
  /// Decisions that one caseworker makes a week.
  public let decisionsACaseworkerAWeek: Double
  /// The share of decisions that come back as appeals or further claims, 0 to under 1.
  public let returningShare: Double

  /// The longest run, in weeks.
  public static let longestWeeks = 520

  /// Makes a scenario.
  /// - Throws: `OutlookError` when a number is negative, not finite, or a share of one or more.
  public init(
    open: Double, newCasesAWeek: Double, caseworkers: Double, caseworkersGainedAWeek: Double = 0,
    decisionsACaseworkerAWeek: Double, returningShare: Double = 0
  ) throws(OutlookError) {
    let numbers = [open, newCasesAWeek, caseworkers, decisionsACaseworkerAWeek, returningShare]
    guard numbers.allSatisfy({ $0.isFinite && $0 >= 0 }), caseworkersGainedAWeek.isFinite, returningShare < 1 else {
      throw OutlookError(place: "backlog", reason: "every number is finite and not negative, and a share is under 1")
    }
    self.open = open
    self.newCasesAWeek = newCasesAWeek
    self.caseworkers = caseworkers
    self.caseworkersGainedAWeek = caseworkersGainedAWeek
    self.decisionsACaseworkerAWeek = decisionsACaseworkerAWeek
    self.returningShare = returningShare
  }

  /// Open cases at the start and after each week, until none is left or the weeks are over.
  public func path(weeks: Int) -> [Double] {
    var (cases, workers) = (open, caseworkers)
    var path = [cases]
    for _ in 0..<min(max(weeks, 0), Self.longestWeeks) where cases > 0 {
      let decided = min(workers * decisionsACaseworkerAWeek, cases + newCasesAWeek)
      cases = max(cases + newCasesAWeek - decided * (1 - returningShare), 0)
      workers = max(workers + caseworkersGainedAWeek, 0)
      path.append(cases)
    }
    return path
  }

  /// The weeks until no case is open; nil when ten years do not suffice.
  public var weeksToClear: Int? {
    let path = path(weeks: Self.longestWeeks)
    return path.last == 0 ? path.count - 1 : nil
  }

  /// What the scenario takes for granted, in words, to stand beside its figures.
  public var assumptions: [String] {
    [
      "\(Self.plain(open)) cases are open at the start and \(Self.plain(newCasesAWeek)) are added each week.",
      "\(Self.plain(caseworkers)) caseworkers decide \(Self.plain(decisionsACaseworkerAWeek)) cases a week each; "
        + "their number changes by \(Self.plain(caseworkersGainedAWeek)) a week.",
      "\(Self.plain(100 * returningShare)) % of decisions come back.", DerivedStatistics.Caveat.backlog.rawValue,
    ]
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\((number * 100).rounded() / 100)"
  }
}
