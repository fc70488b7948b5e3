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

  /// Open cases at the start and after each week, until all that are open are decided within the week or the weeks are over.
  public func path(weeks: Int) -> [Double] { run(weeks: weeks).path }

  /// The weeks until all cases that are open are decided within the week, those that come back with the next; nil when ten years do
  /// not suffice.
  public var weeksToClear: Int? {
    let run = run(weeks: Self.longestWeeks)
    return run.isCleared ? run.path.count - 1 : nil
  }

  private func run(weeks: Int) -> (path: [Double], isCleared: Bool) {
    var (cases, workers) = (open, caseworkers)
    var path = [cases]
    guard cases > 0 else { return (path, true) }
    for _ in 0..<min(max(weeks, 0), Self.longestWeeks) {
      let (due, capacity) = (cases + newCasesAWeek, workers * decisionsACaseworkerAWeek)
      cases = due - min(capacity, due) * (1 - returningShare)
      path.append(cases)
      if capacity >= due { return (path, true) }
      workers = max(workers + caseworkersGainedAWeek, 0)
    }
    return (path, false)
  }
}
