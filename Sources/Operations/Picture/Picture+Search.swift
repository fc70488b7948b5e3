import Geodesy
package import Tracking

extension Picture {
  /// The tracks held now whose name, call sign, MMSI or IMO number answers to a text, the best first.
  ///
  /// A number matches from its start, a name anywhere; blanks, case and punctuation do not count.
  /// - Returns: at most `limit` tracks, and whether there were more.
  package func search(_ text: String, limit: Int) -> (found: [Track], more: Bool) {
    var search = TrackSearch(String(text.prefix(limits.searchCharacters)), limit: limit)
    guard !search.isEmpty else { return ([], false) }
    let found = look { tracker, others -> [Track] in
      tracker.forEachTrack { slot, track in search.offer(track, slot: slot) }
      // Those without a slot of the tracker's are counted down from below nought.
      for (index, track) in others.enumerated() { search.offer(track, slot: -1 - index) }
      return search.slots.compactMap { $0 < 0 ? others[-1 - $0] : tracker.track(slot: $0) }
    }
    return (found, search.hasMore)
  }
}

/// A search among tracks that goes through them once and keeps the best.
struct TrackSearch {
  private struct Hit {
    let score: Int
    let name: String
    let id: String
    let slot: Int

    func precedes(_ other: Hit) -> Bool { (score, name, id) < (other.score, other.name, other.id) }
  }

  private let wanted: [UInt8]
  private let isNumber: Bool
  private let limit: Int
  private var best: [Hit] = []
  private var field: [UInt8] = []
  private(set) var hasMore = false

  init(_ text: String, limit: Int) {
    wanted = Self.folded(text)
    isNumber = wanted.allSatisfy { (0x30...0x39).contains($0) }
    self.limit = limit
    field.reserveCapacity(64)
  }

  var isEmpty: Bool { wanted.isEmpty }

  /// Where the tracker keeps those that were found, the best first.
  var slots: [Int] { best.map(\.slot) }

  mutating func offer(_ track: Track, slot: Int) {
    guard let score = score(track) else { return }
    let hit = Hit(score: score, name: track.statics.name?.value ?? "~", id: track.id.text, slot: slot)
    if best.count >= limit {
      hasMore = true
      guard let last = best.last, hit.precedes(last) else { return }
      best.removeLast()
    }
    best.insert(hit, at: best.firstIndex { hit.precedes($0) } ?? best.count)
  }

  /// How well a track answers, 0 the best; nil when it does not.
  private mutating func score(_ track: Track) -> Int? {
    var score: Int?
    func note(_ new: Int) { score = min(score ?? new, new) }
    fold(track.statics.name?.value ?? "")
    if field == wanted {
      note(0)
    } else if field.starts(with: wanted) {
      note(1)
    } else if fieldHoldsWanted {
      note(3)
    }
    func noteStart(_ field: [UInt8]) {
      if field == wanted { note(0) } else if field.starts(with: wanted) { note(2) }
    }
    if let callSign = track.statics.callSign?.value {
      fold(callSign)
      noteStart(field)
    }
    if track.mmsi == nil {
      fold(track.id.text)
      noteStart(field)
    }
    if isNumber {
      if let mmsi = track.mmsi { noteStart(Array(String(mmsi).utf8)) }
      if let imo = track.statics.imo?.value { noteStart(Array(String(imo).utf8)) }
    }
    return score
  }

  /// Whether what is looked for stands anywhere in the field.
  private var fieldHoldsWanted: Bool {
    guard let first = wanted.first, field.count >= wanted.count else { return false }
    // The library's search in any collection costs more than everything else that is done to a track.
    for start in 0...(field.count - wanted.count)
    where field[start] == first && wanted.indices.allSatisfy({ field[start + $0] == wanted[$0] }) {
      return true
    }
    return false
  }

  /// Puts letters and digits, in capitals, into `field`, whose memory is used again for each.
  private mutating func fold(_ text: String) {
    field.removeAll(keepingCapacity: true)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A: field.append(byte)
      case 0x61...0x7A: field.append(byte - 0x20)
      case 0x80...:
        // AIS has no such letters; whatever else brings them takes the long way.
        field = Self.folded(text)
        return
      default: break
      }
    }
  }

  private static func folded(_ text: String) -> [UInt8] {
    var folded = ""
    for scalar in text.uppercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      folded.unicodeScalars.append(scalar)
    }
    return Array(folded.utf8)
  }
}
