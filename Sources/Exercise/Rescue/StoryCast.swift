import Geodesy

/// The stories of all boats of a night, and which two of them are alike.
struct StoryCast {
  private(set) var stories: [BoatStory] = []
  private(set) var alike: RescueTruth.Alike?

  /// How often a boat that nears the shore is met there by a lifeboat.
  private static let metInshoreShare = 0.35
  /// How often one boat turns over beside the rescue boat, of those nights in which one is met.
  private static let capsizeAtMeetingShare = 0.6
  /// How long before the other's end the first of two boats that are alike must be recovered, in milliseconds.
  private static let leadMilliseconds: Int64 = 1_500_000
  /// How many people of difference a pair out of two flotillas makes up for.
  private static let otherFlotilla = 6
  /// How long before the end of the night the second one turns over, in milliseconds, so that some can be found.
  private static let restMilliseconds: Int64 = 2_700_000

  init(_ night: Night) {
    var chance = SeededGenerator(seed: night.seed, stream: 31_000_000)
    let tide = TidalStream(seed: night.seed, conditions: night.conditions)
    for (index, boat) in night.darkBoats.enumerated() where boat.kind == .inflatable {
      let next = index + 1 < night.darkBoats.count ? night.darkBoats[index + 1] : nil
      let rescuer = next?.kind == .rescueBoat ? next?.actor : nil
      stories.append(Self.story(of: boat, rescuer: rescuer, night, tide, &chance))
    }
    pair(night)
    let met = stories.indices.filter { stories[$0].meeting != nil && !isAlike($0) }
    if chance.unit() < Self.capsizeAtMeetingShare, let index = chance.choice(met) {
      stories[index].capsizesAt = stories[index].meeting
    }
  }

  private func isAlike(_ index: Int) -> Bool {
    let actor = stories[index].boat.actor
    return actor == alike?.recovered || actor == alike?.lost
  }

  private static func story(
    of boat: DarkBoat, rescuer: Int?, _ night: Night, _ tide: TidalStream, _ chance: inout SeededGenerator
  ) -> BoatStory {
    let itinerary = night.actors[boat.actor].itinerary
    let events = night.events.filter { $0.actor == boat.actor }
    var stops: [ClosedRange<Int64>] = []
    for event in events where event.kind == .driftBegins {
      let begins = event.at.millisecondsSince1970 - night.start.millisecondsSince1970
      let ends = events.first { $0.kind == .driftEnds && $0.at >= event.at }
      let until = ends.map { $0.at.millisecondsSince1970 - night.start.millisecondsSince1970 }
      stops.append(begins...max(begins, until ?? night.durationMilliseconds))
    }
    let kinds = Set(events.map(\.kind))
    let isInshore = chance.unit() < metInshoreShare
    var end = BoatStory.End.afloat
    if itinerary.last <= night.durationMilliseconds {
      if let rescuer {
        end = .isMet(by: rescuer)
      } else if kinds.contains(.turnsBack) {
        end = .returned
      } else {
        end = isInshore ? .metInshore : .landed
      }
    }
    let look = CraftLook(from: itinerary.places.first ?? itinerary.place, chance: &chance)
    let children = Int(Double(boat.people) * chance.number(in: 0...0.2))
    let phones = (0..<1 + chance.whole(below: 3)).map { phone(boat.actor, $0) }
    return BoatStory(
      boat: boat, itinerary: itinerary, tide: tide, stops: stops, end: end, capsizesAt: nil, look: look,
      children: children, phones: phones)
  }

  /// A number that no one has: Ofcom keeps 07700 900000 to 900999 for drama, and ARCEP 06 39 98 00 00 to 99 99.
  ///
  /// Phone 0 of actor 130 is `+44 7700 900520`; each actor has four of them, of which the last is a relative's.
  static func phone(_ actor: Int, _ index: Int) -> String {
    let number = 4 * actor + index
    if index == 1 { return "+33 6 39 98 \(padded(number / 100 % 100, digits: 2)) \(padded(number % 100, digits: 2))" }
    return "+44 7700 900\(padded(number % 1000, digits: 3))"
  }

  /// Makes two boats alike: one that is recovered, and later one that nears the shore and turns over.
  ///
  /// Of all that could be, those whose numbers aboard differ least, and of those rather two of one flotilla.
  private mutating func pair(_ night: Night) {
    var best: (difference: Int, recovered: Int, lost: Int)?
    for lost in stories.indices where nearsShore(lost) {
      guard stories[lost].last + Self.restMilliseconds <= night.durationMilliseconds else { continue }
      for other in stories.indices where other != lost && (stories[other].meeting != nil || nearsShore(other)) {
        guard stories[other].last > 0, stories[other].last + Self.leadMilliseconds <= stories[lost].last else {
          continue
        }
        let isSameFlotilla = stories[other].boat.flotilla == stories[lost].boat.flotilla
        let people = abs(stories[other].boat.people - stories[lost].boat.people)
        let difference = people + (isSameFlotilla ? 0 : Self.otherFlotilla)
        if difference < best?.difference ?? .max { best = (difference, other, lost) }
      }
    }
    guard let best else { return }
    if stories[best.recovered].end == .landed { stories[best.recovered].end = .metInshore }
    stories[best.lost].end = .capsized
    stories[best.lost].capsizesAt = stories[best.lost].last
    stories[best.lost].look.colour = stories[best.recovered].look.colour
    stories[best.lost].look.engine = stories[best.recovered].look.engine
    alike = RescueTruth.Alike(
      recovered: stories[best.recovered].boat.actor, lost: stories[best.lost].boat.actor)
  }

  private func nearsShore(_ index: Int) -> Bool {
    stories[index].end == .landed || stories[index].end == .metInshore
  }
}
