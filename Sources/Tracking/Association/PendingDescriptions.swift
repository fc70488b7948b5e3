/// Descriptions of craft that have not yet reported a position, kept for when they do; the oldest gives way.
struct PendingDescriptions: Sendable {
  private struct Held: Sendable {
    var statics: StaticData
    var ticket: UInt64
  }

  private let limit: Int
  private var held: [UInt64: Held] = [:]
  /// Keys in the order in which they came, each with its ticket; an outdated ticket is passed over.
  private var order: [(key: UInt64, ticket: UInt64)] = []
  private var head = 0
  private var nextTicket: UInt64 = 0

  init(limit: Int) {
    self.limit = limit
  }

  var count: Int { held.count }

  mutating func add(_ report: StaticReport) {
    let identity = CraftIdentity(mmsi: report.mmsi)
    let key = IdentityAssociation.key(identity, exercise: report.exercise)
    var statics = held[key]?.statics ?? StaticData()
    _ = statics.merge(report)
    keep(statics, of: identity, exercise: report.exercise)
  }

  mutating func keep(_ statics: StaticData, of identity: CraftIdentity, exercise: Bool) {
    guard limit > 0, !statics.isEmpty else { return }
    let key = IdentityAssociation.key(identity, exercise: exercise)
    nextTicket += 1
    held[key] = Held(statics: statics, ticket: nextTicket)
    order.append((key, nextTicket))
    while held.count > limit { dropOldest() }
    if order.count - head > 4 * max(limit, 64) || head > order.count / 2 + 64 { compact() }
  }

  mutating func take(_ identity: CraftIdentity, exercise: Bool) -> StaticData? {
    held.removeValue(forKey: IdentityAssociation.key(identity, exercise: exercise))?.statics
  }

  private mutating func dropOldest() {
    guard head < order.count else { return }
    let oldest = order[head]
    head += 1
    if held[oldest.key]?.ticket == oldest.ticket { held[oldest.key] = nil }
  }

  private mutating func compact() {
    order = order[head...].filter { held[$0.key]?.ticket == $0.ticket }
    head = 0
  }
}
