/// Two phones that were at the same places at the same times, on several occasions.
public struct CoPresence: Hashable, Sendable {
  /// One phone.
  public let first: PhoneNumber
  /// The other.
  public let second: PhoneNumber
  /// Occasions, of different days and places, on which both were there.
  public let occasions: Int
  /// How many of those are at places where few phones are seen: at most as many as were handed in.
  public let quietOccasions: Int
}

extension PhoneBook {
  /// Pairs of phones that were together at least so often, most often first.
  ///
  /// - Parameters:
  ///   - windowSeconds: how far apart in time two sightings of one occasion may lie.
  ///   - quietPhones: phones seen at a place in all, up to which it counts as quiet: at a station everybody meets.
  public func coPresences(
    leastOccasions: Int = 3, windowSeconds: Int64 = 900, quietPhones: Int = 5
  ) -> [CoPresence] {
    var places: [String: [(time: Int64, phone: Int)]] = [:]
    for (phone, extraction) in extractions.enumerated() {
      for sighting in extraction.sightings { places[sighting.place, default: []].append((sighting.time, phone)) }
    }
    var occasions: [SIMD2<Int>: (all: Set<Occasion>, quiet: Set<Occasion>)] = [:]
    for (place, unsorted) in places {
      let sightings = unsorted.sorted { ($0.time, $0.phone) < ($1.time, $1.phone) }
      let isQuiet = Set(sightings.map(\.phone)).count <= quietPhones
      var first = 0
      for (last, sighting) in sightings.enumerated() {
        while sighting.time - sightings[first].time > windowSeconds { first += 1 }
        for other in sightings[first..<last].suffix(Self.mostCompanions) where other.phone != sighting.phone {
          let pair = SIMD2(min(other.phone, sighting.phone), max(other.phone, sighting.phone))
          let occasion = Occasion(place: place, day: sighting.time / 86_400)
          occasions[pair, default: ([], [])].all.insert(occasion)
          if isQuiet { occasions[pair, default: ([], [])].quiet.insert(occasion) }
        }
      }
    }
    return occasions.filter { $0.value.all.count >= leastOccasions }.map { pair, met in
      let numbers = [extractions[pair.x].number, extractions[pair.y].number].sorted()
      return CoPresence(
        first: numbers[0], second: numbers[1], occasions: met.all.count, quietOccasions: met.quiet.count)
    }.sorted {
      ($1.quietOccasions, $1.occasions, $0.first, $0.second) < ($0.quietOccasions, $0.occasions, $1.first, $1.second)
    }
  }

  /// Sightings within one window that each is compared with, so that a crowded place does not take for ever.
  static let mostCompanions = 200

  private struct Occasion: Hashable {
    var place: String
    var day: Int64
  }
}
