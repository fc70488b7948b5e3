import Geodesy

/// All evidence of a night, made ready for reckoning: seconds from a reference, metres on one plane, words as numbers.
struct EvidenceTable: Sendable {
  /// What a piece of evidence is in the count of a boat's evidence.
  enum Role: Int, Sendable {
    case report, partner, recovery, track
  }

  /// One piece of evidence.
  struct Item: Sendable {
    var id: EvidenceID
    /// A number that stands for its content, by which scores are known.
    var key: UInt64 = 0
    var role: Role
    var kind: Int
    /// The moment that it is about, in seconds from the reference.
    var seconds: Double
    var events: [Int32] = []
    /// The caller's phone, or −1.
    var phone: Int32 = -1
    var references: [Int32] = []
    /// Whether it says how many are aboard: then `EvidenceTable.people` has its row.
    var saysPeople = false
    /// People taken off, for a recovery.
    var lifted: Int?
    var children: Double?
    var colour: Int32 = -1
    var departure: Int32 = -1
    var water: Bool?
  }

  /// One normal distribution of where a boat was.
  struct Fix: Sendable {
    var place: SIMD2<Double>
    var variance: SIMD2<Double>
  }

  /// One moment at which a boat's motion is seen.
  struct Event: Sendable {
    var seconds: Double
    var item: Int32
    /// Where, as places in `EvidenceTable.fixes`: one fix, several along a bearing line, or none.
    var fixes: Range<Int> = 0..<0
    /// Whether the fix may be older than stated.
    var mayBeStale = false
    /// 0 not said, 1 running, 2 stopped.
    var engine = 0
    var isRecovery = false
    var run = PassiveRun.Reading()
  }

  var items: [Item] = []
  /// In the order of time.
  var events: [Event] = []
  /// The positions of all events.
  var fixes: [Fix] = []
  /// A row of chances for each item that says how many are aboard, over 1, 2, 3 … people.
  var people: [[Double]] = []
  let reference: Instant
  let plane: TangentPlane
  let drift: PassiveRun
  let parameters: DiscriminationParameters

  /// How many numbers of people are told apart; a boat with more counts as this many.
  static let mostPeople = 160
}
