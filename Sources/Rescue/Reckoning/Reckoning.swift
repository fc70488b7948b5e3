public import Geodesy

/// Who of a boat is accounted for: the people that were reported aboard against those who were found.
///
/// Arithmetic on what people said and counted, nothing more: it believes the highest number that nobody has explained, it has
/// no opinion on who is right, and time and silence change nothing in it.
public struct Reckoning: Sendable, Hashable {
  /// What one source says of how many people are or were aboard.
  public struct Claim: Sendable, Hashable {
    /// The report that says it, by name.
    public var id: String
    /// When it came in.
    public var received: Instant
    /// The fewest and the most people that it speaks of; nil when it names no number.
    public var people: ClosedRange<Int>?
    /// Whether it comes from somebody aboard, so that it shows that people were still aboard when it was made.
    public var isFromAboard: Bool
    /// Whether an officer has explained in words why it may differ.
    public var isExplained: Bool

    /// What one source says.
    public init(
      id: String, received: Instant, people: ClosedRange<Int>?, isFromAboard: Bool, isExplained: Bool = false
    ) {
      self.id = id
      self.received = received
      self.people = people
      self.isFromAboard = isFromAboard
      self.isExplained = isExplained
    }
  }

  /// People of the boat who were found, at one time and in one way.
  public struct Tally: Sendable, Hashable {
    /// The record of it, by name.
    public var id: String
    /// In which way.
    public var fate: Fate
    /// How many.
    public var people: Int
    /// When.
    public var at: Instant
    /// What took them up, or from where they were handed over.
    public var asset: String?

    /// People who were found.
    public init(id: String, fate: Fate, people: Int, at: Instant, asset: String? = nil) {
      self.id = id
      self.fate = fate
      self.people = people
      self.at = at
      self.asset = asset
    }
  }

  /// The claims, by the time that they came in.
  public let claims: [Claim]
  /// The tallies, by time.
  public let tallies: [Tally]

  /// A reckoning of claims and tallies, given in any order.
  public init(claims: [Claim], tallies: [Tally]) {
    self.claims = claims.sorted { ($0.received, $0.id) < ($1.received, $1.id) }
    self.tallies = tallies.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  /// People whose fate is known.
  public var accounted: Int { tallies.reduce(0) { $0 + ($1.fate.accounts ? $1.people : 0) } }

  /// How many were found in one way.
  public func count(_ fate: Fate) -> Int { tallies.reduce(0) { $0 + ($1.fate == fate ? $1.people : 0) } }

  /// The fewest and the most people reported aboard, over every claim that is not explained; nil when none names a number.
  public var reported: ClosedRange<Int>? {
    let ranges = claims.filter { !$0.isExplained }.compactMap(\.people)
    guard let least = ranges.map(\.lowerBound).min(), let most = ranges.map(\.upperBound).max() else { return nil }
    return least...most
  }

  /// The fewest and the most people who are not accounted for; nil when nobody has said how many were aboard.
  ///
  /// With 33 and 45 people reported and 33 taken up, it is 0 to 12.
  public var unaccounted: ClosedRange<Int>? {
    reported.map { max(0, $0.lowerBound - accounted)...max(0, $0.upperBound - accounted) }
  }
}

/// How people of a boat were found.
public enum Fate: String, Sendable, Hashable, Codable, CaseIterable {
  /// Taken up by an asset.
  case recovered
  /// Came ashore by themselves.
  case landed
  /// Went back to where they came from.
  case returned
  /// Found dead.
  case dead
  /// Handed from one asset to another or ashore; they have been counted when they were taken up.
  case transferred

  /// Whether people found so were not counted before.
  public var accounts: Bool { self != .transferred }
}
