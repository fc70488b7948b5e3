/// What people have said of which identity belongs to which track: obeyed until it is let go.
struct IdentityHolds: Sendable {
  /// One such word.
  struct Hold: Hashable, Sendable {
    var number: Int
    var identity: UInt32
    var isTogether: Bool
  }

  private(set) var all: [Hold] = []

  /// More than this are not kept; the oldest goes.
  static let most = 10_000

  mutating func add(_ hold: Hold) {
    all.removeAll {
      $0.identity == hold.identity && ($0.number == hold.number || ($0.isTogether && hold.isTogether))
        || ($0.number == hold.number && $0.isTogether && hold.isTogether)
    }
    all.append(hold)
    if all.count > Self.most { all.removeFirst() }
  }

  mutating func remove(number: Int, identity: UInt32) {
    all.removeAll { $0.number == number && $0.identity == identity }
  }

  mutating func rename(_ number: Int, to other: Int) {
    for index in all.indices where all[index].number == number { all[index].number = other }
  }

  func keepApart(_ number: Int?, _ identity: UInt32) -> Bool {
    guard !all.isEmpty, let number else { return false }
    return all.contains { !$0.isTogether && $0.number == number && $0.identity == identity }
  }

  /// The track with which an identity is held together, if it is with any.
  func number(heldTogetherWith identity: UInt32) -> Int? {
    all.isEmpty ? nil : all.first { $0.isTogether && $0.identity == identity }?.number
  }
}
