public import Geodesy

/// The truth of one boat in need, or that made it alone: who was aboard and what became of them.
public struct ScriptBoat: Hashable, Sendable {
  /// Some of those aboard of whom the end is true.
  public struct Outcome: Hashable, Sendable {
    /// What became of them.
    public let fate: ScriptFate
    /// How many.
    public let people: Int
    /// When it truly was so.
    public let at: Instant
    /// What took them up; nil when nothing did.
    public let asset: String?
    /// What a centre is told of it, in the order of time: event and count. The last one holds.
    public internal(set) var told: [Told] = []
  }

  /// What a centre is told of an outcome.
  public struct Told: Hashable, Sendable {
    /// The number of the event.
    public let event: Int
    /// When.
    public let at: Instant
    /// How many it says.
    public let people: Int
  }

  /// The number of its actor within the night, which radar and drone show.
  public let actor: Int
  /// The number of its flotilla.
  public let flotilla: Int
  /// How many people are aboard when it leaves.
  public let people: Int
  /// How many of them are children.
  public let children: Int
  /// The colour of its tubes.
  public let colour: String
  /// Its engine.
  public let engine: String
  /// From where it left.
  public let departure: String
  /// The phones aboard.
  public let phones: [String]
  /// When it turned over and everyone still aboard was in the water; nil when it never did.
  public let capsizedAt: Instant?
  /// What became of those aboard, in the order of time.
  public internal(set) var outcomes: [Outcome]

  /// What is true of those aboard at a moment.
  public func tally(at moment: Instant) -> ScriptTally {
    var tally = ScriptTally(aboard: people)
    for outcome in outcomes where outcome.at <= moment { tally[outcome.fate] += outcome.people }
    let rest = people - tally.accounted
    if let capsizedAt, capsizedAt <= moment { tally.missing = rest } else { tally.afloat = rest }
    return tally
  }

  /// How many of those aboard the centres have been told of by a moment, by the last word on each.
  public func told(by moment: Instant) -> Int {
    outcomes.reduce(0) { sum, outcome in sum + (outcome.told.last { $0.at <= moment }?.people ?? 0) }
  }
}

/// How many of a boat's people are where; the parts always add up to those aboard.
public struct ScriptTally: Hashable, Sendable {
  /// How many were aboard when it left.
  public let aboard: Int
  /// Taken up by assets.
  public internal(set) var recovered = 0
  /// Came ashore by themselves.
  public internal(set) var landed = 0
  /// Went back to where they came from.
  public internal(set) var returned = 0
  /// Found dead.
  public internal(set) var dead = 0
  /// In the water or lost, and found by nobody.
  public internal(set) var missing = 0
  /// Still in the boat, at sea or before it leaves.
  public internal(set) var afloat = 0

  /// How many are no longer in danger, or past it.
  public var accounted: Int { recovered + landed + returned + dead }
  /// How many are not accounted for.
  public var unaccounted: Int { missing + afloat }

  init(aboard: Int) { self.aboard = aboard }

  subscript(fate: ScriptFate) -> Int {
    get {
      switch fate {
      case .recovered: recovered
      case .landed: landed
      case .returned: returned
      case .dead: dead
      }
    }
    set {
      switch fate {
      case .recovered: recovered = newValue
      case .landed: landed = newValue
      case .returned: returned = newValue
      case .dead: dead = newValue
      }
    }
  }
}
