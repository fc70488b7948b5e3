import Geodesy

/// A position as it lies in memory: its track is a number in the dictionary of whoever holds it.
struct ArchiveRow {
  var atMilliseconds: Int64
  var receivedMilliseconds: Int64
  var latitudeDegrees: Double
  var longitudeDegrees: Double
  /// Not a number when it is unknown; so are course and heading.
  var speedKnots: Double
  var courseDegrees: Double
  var headingDegrees: Double
  var track: UInt32
  var flags: UInt8

  init(_ position: ArchivedPosition, track: UInt32) {
    atMilliseconds = position.at.millisecondsSince1970
    receivedMilliseconds = position.received.millisecondsSince1970
    latitudeDegrees = position.position.latitudeDegrees
    longitudeDegrees = position.position.longitudeDegrees
    speedKnots = position.speedKnots ?? .nan
    courseDegrees = position.courseDegrees ?? .nan
    headingDegrees = position.headingDegrees ?? .nan
    self.track = track
    flags = position.flags.rawValue
  }

  init(track: UInt32) {
    (atMilliseconds, receivedMilliseconds, latitudeDegrees, longitudeDegrees) = (0, 0, 0, 0)
    (speedKnots, courseDegrees, headingDegrees) = (.nan, .nan, .nan)
    self.track = track
    flags = 0
  }

  /// The position, or nil when its place is off the earth, which only damaged bytes can bring about.
  func position(of trackID: String) -> ArchivedPosition? {
    guard let place = Position(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitudeDegrees) else { return nil }
    return ArchivedPosition(
      trackID: trackID, at: Instant(millisecondsSince1970: atMilliseconds),
      received: Instant(millisecondsSince1970: receivedMilliseconds), position: place,
      speedKnots: speedKnots.isNaN ? nil : speedKnots, courseDegrees: courseDegrees.isNaN ? nil : courseDegrees,
      headingDegrees: headingDegrees.isNaN ? nil : headingDegrees, flags: .init(rawValue: flags))
  }

  /// Whether this row comes before another of the same track.
  func precedes(_ other: ArchiveRow) -> Bool {
    (atMilliseconds, receivedMilliseconds) < (other.atMilliseconds, other.receivedMilliseconds)
  }
}

/// Rows in the order of a block: by track, then by time.
struct SortedRows {
  /// What the rows are put in order for.
  enum Order {
    /// For a block: tracks by the bytes of their names, the rows of a track by time.
    case block
    /// For the journal: the rows of a track together, and everything else as it came; that costs a fraction.
    case journal
  }

  /// The tracks, for a block in the order of their bytes.
  let trackIDs: [String]
  /// Where the rows of each track begin; one more at the end.
  let starts: [Int]
  let rows: [ArchiveRow]

  /// Sorts rows whose tracks are numbers in a list of names.
  init(rows unsorted: some Sequence<ArchiveRow>, names: [String], for purpose: Order = .block) {
    let order = purpose == .block ? Self.order(of: names) : Array(names.indices)
    var rank = [Int](repeating: 0, count: names.count)
    for (place, index) in order.enumerated() { rank[index] = place }
    var counts = [Int](repeating: 0, count: names.count)
    for row in unsorted { counts[rank[Int(row.track)]] += 1 }
    let used = order.indices.filter { counts[$0] > 0 }
    var starts = [Int]()
    var next = [Int](repeating: 0, count: names.count)
    var total = 0
    for place in used {
      starts.append(total)
      next[place] = total
      total += counts[place]
    }
    starts.append(total)
    var rows = [ArchiveRow](repeating: ArchiveRow(track: 0), count: total)
    for row in unsorted {
      let place = rank[Int(row.track)]
      rows[next[place]] = row
      next[place] += 1
    }
    for (first, end) in zip(starts, starts.dropFirst()) where purpose == .block && end - first > 1 {
      let isSorted = (first + 1..<end).allSatisfy { !rows[$0].precedes(rows[$0 - 1]) }
      if !isSorted { rows[first..<end].sort { $0.precedes($1) } }
    }
    trackIDs = used.map { names[order[$0]] }
    self.starts = starts
    self.rows = rows
  }

  /// The places of names in the order of their bytes.
  private static func order(of names: [String]) -> [Int] {
    // The first eight bytes as a number settle most comparisons.
    let keyed = names.indices.map { index in
      (index: index, head: names[index].utf8.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
    return keyed.sorted { first, second in
      let (one, two) = (names[first.index].utf8, names[second.index].utf8)
      if first.head != second.head, one.count >= 8, two.count >= 8 { return first.head < second.head }
      return one.lexicographicallyPrecedes(two)
    }.map(\.index)
  }

  /// The rows of the track at a place in the order.
  func rows(ofTrack place: Int) -> ArraySlice<ArchiveRow> {
    rows[starts[place]..<starts[place + 1]]
  }
}
