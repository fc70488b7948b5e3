import Geodesy

/// Writes how a boat ends: who is taken up by what, comes ashore or is found dead, and what the centres are told of it.
struct RecoveryWriter {
  /// An asset and when it takes how many people up.
  private struct Lift {
    let asset: ScriptAsset
    let people: Int
    let milliseconds: Int64
    var fate = ScriptFate.recovered
  }

  let fleet: ScriptFleet
  private var chance: SeededGenerator
  private let story: BoatStory
  private let reference: String?
  /// The assets that have said how far they have come with this boat.
  private var moved: Set<String> = []

  /// How often a patrol vessel takes a few people off a boat that has stopped, and the rest goes on.
  private static let partialShare = 0.25
  /// How often a second asset is needed.
  private static let secondAssetShare = 0.3
  private static let minute: Int64 = 60_000

  init(_ story: BoatStory, seed: UInt64, fleet: ScriptFleet, reference: String?) {
    self.story = story
    self.fleet = fleet
    self.reference = reference
    chance = SeededGenerator(seed: seed, stream: 32_000_000 + UInt64(story.boat.actor))
  }

  private mutating func minutes(_ range: ClosedRange<Double>) -> Int64 {
    Int64(chance.number(in: range) * Double(Self.minute))
  }

  /// Writes the end of the boat's story into the book.
  mutating func write(into book: inout ScriptBook, isAlike: Bool) {
    takeSomeOff(&book, isAlike: isAlike)
    let rest = story.boat.people - book.accounted(story.boat.actor, at: .max / 2)
    switch story.end {
    case .afloat: break
    case .isMet(let rescuer): isMet(by: rescuer, rest: rest, &book, isAlike: isAlike)
    case .metInshore:
      let lifeboat = fleet.lifeboats[chance.whole(below: fleet.lifeboats.count)]
      lift(Lift(asset: lifeboat, people: rest, milliseconds: story.last + minutes(2...9)), &book)
    case .landed, .returned: ashore(rest, &book)
    case .capsized: inTheWater(rest, &book)
    }
  }

  private mutating func takeSomeOff(_ book: inout ScriptBook, isAlike: Bool) {
    guard !isAlike, chance.unit() < Self.partialShare, let stop = story.stops.first, stop.lowerBound > 0 else { return }
    let moment = min(stop.upperBound, stop.lowerBound + minutes(8...25))
    let people = 3 + chance.whole(below: 7)
    lift(Lift(asset: fleet.patrol, people: people, milliseconds: moment), &book)
  }

  private mutating func isMet(by rescuer: Int, rest: Int, _ book: inout ScriptBook, isAlike: Bool) {
    guard let meeting = story.meeting, let asset = fleet.asset(ofActor: rescuer) else { return }
    var alive = rest
    var dead = 0
    if story.capsizesAt != nil {
      dead = chance.whole(below: 3)
      alive -= dead + chance.whole(below: 4)
    }
    let needsSecond = !isAlike && (story.capsizesAt != nil || chance.unit() < Self.secondAssetShare)
    let second = needsSecond ? alive * 3 / 10 : 0
    lift(Lift(asset: asset, people: alive - second, milliseconds: meeting + minutes(6...14)), &book)
    let lifeboat = fleet.lifeboats[chance.whole(below: fleet.lifeboats.count)]
    lift(Lift(asset: lifeboat, people: second, milliseconds: meeting + minutes(15...19.5)), &book)
    lift(Lift(asset: asset, people: dead, milliseconds: meeting + minutes(16...19.5), fate: .dead), &book)
  }

  /// A boat that turned over where nobody was: some are found, late; some dead; some by nobody.
  private mutating func inTheWater(_ rest: Int, _ book: inout ScriptBook) {
    let byHelicopter = Int(Double(rest) * chance.number(in: 0.15...0.35))
    let byLifeboat = Int(Double(rest) * chance.number(in: 0.2...0.35))
    let dead = 1 + chance.whole(below: 4)
    let found = story.last + minutes(22...34)
    lift(Lift(asset: fleet.helicopter, people: byHelicopter, milliseconds: found), &book)
    lift(Lift(asset: fleet.lifeboats[0], people: byLifeboat, milliseconds: found + minutes(2...9)), &book)
    lift(Lift(asset: fleet.lifeboats[0], people: dead, milliseconds: found + minutes(4...12), fate: .dead), &book)
  }

  private mutating func lift(_ lift: Lift, _ book: inout ScriptBook) {
    let actor = story.boat.actor
    guard
      let outcome = book.settle(actor, lift.fate, people: lift.people, at: lift.milliseconds, by: lift.asset.name)
    else { return }
    move(lift, &book)
    let isDead = lift.fate == .dead
    let miscount = isDead || chance.unit() < 0.6 ? 0 : (chance.unit() < 0.5 ? -1 : 1) * (1 + chance.whole(below: 3))
    let counted = max(1, lift.people + miscount)
    let inWater = story.capsizesAt.map { $0 <= lift.milliseconds } ?? false
    let share = Double(lift.people) / Double(max(1, story.boat.people))
    let children = isDead ? nil : Int((Double(story.children) * share).rounded())
    let words = inWater ? "out of the water" : "from a \(story.look.colour) inflatable"
    let said = lift.milliseconds + minutes(2...8)
    let recovery = ScriptRecovery(
      asset: lift.asset.name, fate: lift.fate, people: counted, children: children,
      doneAt: book.instant(lift.milliseconds), position: PositionStyle.mariner(story.place(at: lift.milliseconds)),
      colour: inWater ? nil : story.look.colour, reference: lift.asset.centre == .other ? reference : nil,
      text: "EXERCISE. \(lift.asset.name): \(counted) \(isDead ? "found dead" : "taken aboard"), \(words).")
    let draft = book.add(
      .init(
        milliseconds: said, centre: lift.asset.centre, kind: .recovery(recovery), boat: actor,
        tells: (outcome, counted)))
    guard let draft else { return }
    tellHome(recovery, lift, said, &book)
    let place = lift.asset.centre == .home ? "Dover" : "Calais"
    let ashore = ScriptAshore(
      asset: lift.asset.name, people: lift.people, place: place, recovery: draft,
      text: "EXERCISE. \(lift.asset.name) alongside \(place): \(lift.people) counted ashore.")
    book.add(
      .init(
        milliseconds: said + minutes(45...90), centre: lift.asset.centre, kind: .ashore(ashore), boat: actor,
        tells: (outcome, lift.people)))
  }

  /// The other centre tells what its assets did, some minutes later.
  private mutating func tellHome(
    _ recovery: ScriptRecovery, _ lift: Lift, _ said: Int64, _ book: inout ScriptBook
  ) {
    guard lift.asset.centre == .other else { return }
    let note = ScriptNote(
      text: "EXERCISE. From the other centre: \(recovery.text.dropFirst(10)) At \(recovery.position).",
      references: [reference].compactMap { $0 })
    book.add(
      .init(milliseconds: said + minutes(5...15), centre: .home, kind: .handOver(note), boat: story.boat.actor))
  }

  private mutating func move(_ lift: Lift, _ book: inout ScriptBook) {
    guard moved.insert(lift.asset.name).inserted else { return }
    var ordered = lift.milliseconds - Int64((18 + lift.asset.readinessMinutes) * Double(Self.minute))
    var arrived = lift.milliseconds - minutes(2...5)
    if let actor = lift.asset.actor, let meeting = story.meeting {
      // Radar shows when it leaves and when it is there.
      (ordered, arrived) = (book.night.actors[actor].itinerary.first - minutes(4...10), meeting)
    }
    let stages = [
      (ScriptAssetMove.Stage.ordered, ordered), (.onScene, arrived), (.done, lift.milliseconds + minutes(16...22)),
    ]
    for (stage, moment) in stages {
      let position = PositionStyle.mariner(story.place(at: min(moment, lift.milliseconds)))
      let words = ["ordered to", "on scene at", "leaves"][ScriptAssetMove.Stage.allCases.firstIndex(of: stage) ?? 0]
      let move = ScriptAssetMove(
        asset: lift.asset.name, stage: stage, position: position,
        reference: lift.asset.centre == .other ? reference : nil,
        text: "EXERCISE. \(lift.asset.name) \(words) \(position).")
      book.add(
        .init(milliseconds: moment, centre: lift.asset.centre, kind: .assetMoved(move), boat: story.boat.actor))
    }
  }

  private mutating func ashore(_ rest: Int, _ book: inout ScriptBook) {
    let fate = story.end == .returned ? ScriptFate.returned : .landed
    let moment = story.last + (fate == .landed ? minutes(8...20) : 0)
    guard let outcome = book.settle(story.boat.actor, fate, people: rest, at: moment) else { return }
    // Some have left the beach before anyone comes, or the beach is empty but for the boat.
    let seen = chance.unit() < 0.5 ? rest : max(1, Int(Double(rest) * chance.number(in: 0.4...0.95)))
    let place = fate == .returned ? "the beach near \(story.look.departure)" : "the English shore"
    let landing = ScriptLanding(
      fate: fate, people: seen, doneAt: book.instant(moment), place: place, colour: story.look.colour,
      text: "EXERCISE. Police: \(seen) people beside a \(story.look.colour) inflatable, \(place).")
    let centre = fate == .returned ? ScriptCentre.other : .home
    let late = moment + minutes(6...35)
    let draft = book.add(
      .init(
        milliseconds: late, centre: centre, kind: .landing(landing), boat: story.boat.actor, tells: (outcome, seen)))
    guard draft != nil, centre == .other else { return }
    let note = ScriptNote(
      text: "EXERCISE. From the other centre: \(landing.text.dropFirst(10))", references: [reference].compactMap { $0 })
    book.add(
      .init(milliseconds: late + minutes(5...20), centre: .home, kind: .handOver(note), boat: story.boat.actor))
  }
}
