/// Connections in the order in which they began to wait; joining, leaving and taking the first cost the same however
/// many wait.
struct WaitingLine: Sendable {
  private var stamps: [UInt64: UInt64] = [:]
  /// The line, with places of those who have left, which are skipped.
  private var places: [(id: UInt64, stamp: UInt64)] = []
  private var first = 0
  private var lastStamp: UInt64 = 0

  var count: Int { stamps.count }

  /// Puts a connection at the end of the line, wherever it stood.
  mutating func join(_ id: UInt64) {
    lastStamp += 1
    stamps[id] = lastStamp
    places.append((id, lastStamp))
    if places.count > 2 * stamps.count + 64 {
      places = places[first...].filter { stamps[$0.id] == $0.stamp }
      first = 0
    }
  }

  mutating func leave(_ id: UInt64) { stamps[id] = nil }

  /// Takes the one that has waited longest out of the line.
  mutating func takeFirst() -> UInt64? {
    while first < places.count {
      let place = places[first]
      first += 1
      guard stamps[place.id] == place.stamp else { continue }
      stamps[place.id] = nil
      return place.id
    }
    return nil
  }
}
