import Geodesy

/// What a boat looks like from outside and where it comes from, as callers tell it.
struct CraftLook: Hashable, Sendable {
  var colour: String
  var engine: String
  let departure: String

  private static let colours = ["grey", "grey", "black", "black", "blue", "dark green"]
  private static let engines = ["30 hp outboard", "40 hp outboard", "60 hp outboard"]
  /// What callers call the beaches, in the order of `Beach.all`.
  private static let departures = ["Gravelines", "Oye-Plage", "Sangatte", "Wissant", "Hardelot"]

  init(from place: Place, chance: inout SeededGenerator) {
    colour = chance.choice(Self.colours) ?? ""
    engine = chance.choice(Self.engines) ?? ""
    let beaches = zip(Beach.all, Self.departures)
    departure = beaches.min { $0.0.place.metres(to: place) < $1.0.place.metres(to: place) }?.1 ?? ""
  }
}

/// What happens to a boat of the night and those aboard, so that it fits the way that radar and drone show.
struct BoatStory: Sendable {
  /// How its way ends.
  enum End: Hashable, Sendable {
    /// It is still at sea when the night is over.
    case afloat
    /// The rescue boat of this actor takes everyone aboard.
    case isMet(by: Int)
    /// It is back at the shore that it came from.
    case returned
    /// It lands by itself.
    case landed
    /// A lifeboat takes everyone off near the shore.
    case metInshore
    /// It turns over near the shore, and nobody is there.
    case capsized
  }

  let boat: DarkBoat
  let itinerary: Itinerary
  let tide: TidalStream
  /// The spans in which its engine is stopped, in milliseconds since the start of the night.
  let stops: [ClosedRange<Int64>]
  var end: End
  /// When it turns over; nil when it never does.
  var capsizesAt: Int64?
  var look: CraftLook
  let children: Int
  let phones: [String]

  /// When its way ends.
  var last: Int64 { itinerary.last }
  /// When a rescue boat comes beside it; nil when none does.
  var meeting: Int64? {
    if case .isMet = end { last - Int64(DarkPassage.meetingSeconds * 1000) } else { nil }
  }

  /// The longest time for which people in the water are followed, in milliseconds.
  private static let greatestDriftMilliseconds: Int64 = 43_200_000
  private static let driftStepMilliseconds: Int64 = 300_000

  /// Where the boat is; after its way, or once it has turned over, where the tide takes what floats.
  func place(at milliseconds: Int64) -> Place {
    let motionEnds = min(capsizesAt ?? last, last)
    guard milliseconds > motionEnds, end == .capsized || capsizesAt != nil, last <= milliseconds else {
      return itinerary.motion(at: milliseconds).place
    }
    var place = itinerary.motion(at: last).place
    let until = min(milliseconds, last + Self.greatestDriftMilliseconds)
    for moment in stride(from: last, to: until, by: Int64.Stride(Self.driftStepMilliseconds)) {
      let seconds = Double(min(Self.driftStepMilliseconds, until - moment)) / 1000
      let current = tide.current(at: moment)
      place = place.moved(north: current.north * seconds, east: current.east * seconds)
    }
    return place
  }
}
