import Foundation
import Geodesy
import Testing

@testable import Tracking

@Suite struct WatchTests {
  @Test func everyRuleSaysItselfInBothLanguages() {
    #expect(Set(BehaviourRules.standard.map(\.kind)) == Set(BehaviourKind.allCases))
    for rule in BehaviourRules.standard {
      for language in BehaviourWords.Language.allCases {
        let words = rule.words(language)
        #expect(!words.contains("{") && words.count > 30, "\(rule.id)")
      }
      #expect(rule.words(.english) != rule.words(.french))
    }
    let stop = BehaviourRule(id: "stop", kind: .suddenStop).with(.speed, 1.5)
    #expect(
      stop.words(.english)
        == "A craft that made 6 kn or more is down to 1.5 kn within 3 min, and stays so for 30 s.")
    #expect(stop.words(.french) == "Un navire qui filait au moins 6 nd tombe à 1,5 nd en 3 min et y reste 30 s.")
  }

  @Test func everyNumberOfARuleStandsInItsSentence() {
    for kind in BehaviourKind.allCases {
      for parameter in kind.parameters where ![.clear, .refractory].contains(parameter.name) {
        for language in BehaviourWords.Language.allCases {
          #expect(
            BehaviourWords.template(kind, language).contains("{\(parameter.name.code)}"), "\(kind) \(parameter.name)")
        }
      }
    }
  }

  @Test func aRuleIsKeptAndReadAgain() throws {
    let area = square("Port", around: strait, metres: 500)
    for rule in BehaviourRules.standard(harbours: [area], guarded: [area], shore: [[strait, place(51, 1.6)]]) {
      let data = try JSONEncoder().encode(rule)
      let read = try JSONDecoder().decode(BehaviourRule.self, from: data)
      #expect(try JSONEncoder().encode(read).count == data.count)
      for parameter in rule.kind.parameters { #expect(read[parameter.name] == rule[parameter.name]) }
    }
  }

  @Test(arguments: [
    #"{"id":"","kind":"drifting"}"#, #"{"id":"a","kind":"dreaming"}"#,
    #"{"id":"a","kind":"drifting","parameters":{"horizon":3}}"#,
    #"{"id":"a","kind":"areaEntry","areas":[{"name":"x","polygon":[]}]}"#,
  ]) func aRuleThatMakesNoSenseIsRefused(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(BehaviourRule.self, from: Data(text.utf8))
    }
  }

  @Test func numbersAreHeldInTheirRange() {
    var rule = BehaviourRule(id: "a", kind: .drifting)
    rule[.speed] = 1e300
    #expect(rule[.speed] == 6)
    rule[.speed] = .nan
    #expect(rule[.speed] == 2.3)
    rule[.horizon] = 3
    #expect(rule[.horizon] == nil)
  }

  @Test func oneEventIsOneAlertAndWhatLastsIsToldAfterTheRefractoryTime() {
    var rule = BehaviourRule(id: "a", kind: .areaEntry, areas: [square("Bank", around: strait, metres: 2000)])
    rule[.clear] = 60
    rule[.refractory] = 900
    func begins(_ trackClass: TrackClass) -> [Int] {
      var rehearsal = Rehearsal([rule])
      let inside = Way(legs: [(0, 0, 0)], trackClass: trackClass)
      let outside = Way(start: place(51.1, 1.5), legs: [(0, 0, 0)], trackClass: trackClass)
      // In from 400 to 500, and again from 700 on.
      rehearsal.add { (400..<500).contains($0) || $0 >= 700 ? inside.sighting($0) : outside.sighting($0) }
      return rehearsal.play(2400).begins
    }
    #expect(begins(.cargo) == [400, 1460])
    // Of a distress transmitter nothing is held back.
    #expect(begins(.distress) == [400, 700])
  }

  @Test func numbersThatAreNoneAreRefusedAndNothingTraps() {
    var watch = BehaviourWatch(limits: BehaviourLimits(craft: 50))
    var noise = SeededNoise(seed: 3)
    let wild = [Double.nan, .infinity, -.infinity, 1e300, -1e300, 0, -1, 12]
    for round in 0..<3000 {
      func any() -> Double { wild[Int(noise.uniform() * Double(wild.count))] }
      let moment = Instant(
        millisecondsSince1970: round % 997 == 0
          ? (round % 2 == 0 ? .max : .min) : 1_700_000_000_000 + Int64(round) * 5000)
      let position = place(180 * noise.uniform() - 90, 360 * noise.uniform() - 180)
      watch.take(
        CraftSighting(
          track: TrackID("T\(round % 70)"), at: moment, position: position, deviationMetres: any(), speedKnots: any(),
          speedDeviationKnots: any(), courseDegrees: any(), headingDegrees: any(),
          transponder: .init(mmsi: .max, heard: moment, isClassA: true, elsewhere: position), lengthMetres: any(),
          smallCraftProbability: any(), exercise: round % 2 == 0), at: moment)
      _ = watch.advance(to: moment)
    }
    #expect(watch.count <= 50)
    #expect(watch.refused.unusable > 100)
    #expect(watch.refused.craft > 10)
  }

  @Test func theSameSightingsGiveTheSameAlertsAndATrialCountsThem() {
    func trial() -> BehaviourTrial {
      var trial = BehaviourTrial(rules: [BehaviourRule(id: "stop", kind: .suddenStop)])
      let ships = (0..<5).map { number in
        Way(mmsi: 235_000_001 + UInt32(number), legs: [(0, 12, 45), (1000 + 600 * number, 0.2, 45)])
      }
      for second in stride(from: 0, to: 14_400, by: 10) {
        trial.take(ships.compactMap { $0.sighting(second) }, at: after(Double(second)))
      }
      return trial
    }
    let first = trial()
    #expect(first.examples == trial().examples)
    #expect(first.counts.map(\.alarms) == [5])
    #expect(abs(first.counts[0].alarmsPerDay - 30) < 0.1)
  }

  @Test func aRuleThatIsChangedEndsWhatItTold() {
    var rehearsal = Rehearsal([
      BehaviourRule(id: "number", kind: .invalidIdentity), BehaviourRule(id: "s", kind: .suddenStop),
    ])
    let ship = Way(mmsi: 199_000_001, legs: [(0, 12, 45)])
    rehearsal.add { ship.sighting($0) }
    #expect(rehearsal.play(120).begins.count == 1)
    var other = BehaviourRule(id: "number", kind: .invalidIdentity)
    let kept = rehearsal.watch.replace(rules: [BehaviourRule(id: "s", kind: .suddenStop), other], at: after(120))
    #expect(kept.isEmpty)
    other.isEnabled = false
    let ended = rehearsal.watch.replace(rules: [other], at: after(121))
    #expect(ended.map(\.ending) == [.ruleChanged])
    #expect(rehearsal.play(300, from: 122).isEmpty)
  }

  /// What was told ends, also when nobody is left of whom it was told.
  @Test func aGroupThatIsGoneEndsAndACraftThatIsLostEndsAsLost() {
    var rehearsal = Rehearsal([
      BehaviourRule(id: "ghosts", kind: .ghostFleet), BehaviourRule(id: "number", kind: .invalidIdentity),
    ])
    let names = (0..<5).map { TrackID(mmsi: 199_000_001 + UInt32($0), exercise: false) }
    for number in 0..<5 {
      let start = Sphere.destination(from: strait, bearingDegrees: 90, distanceMetres: 400 * Double(number))
      let ghost = Way(mmsi: 199_000_001 + UInt32(number), start: start, legs: [(400, 12, 45)])
      rehearsal.add { $0 < 600 ? ghost.sighting($0) : nil }
    }
    let first = rehearsal.play(600)
    #expect(first.filter { $0.rule == "ghosts" && $0.change == .begin }.count == 1)
    var lost: [BehaviourAlert] = []
    for name in names { lost += rehearsal.watch.forget(name, at: after(600)) }
    #expect(lost.map(\.ending) == [.lost, .lost, .lost, .lost, .lost])
    #expect(lost.map { $0.craft.first } == names)
    #expect(Set(lost.map(\.id)) == Set(first.filter { $0.rule == "number" }.map(\.id)))
    let after = rehearsal.play(1500, from: 601)
    #expect(after.map(\.change) == [.end])
    #expect(after.map(\.id) == first.filter { $0.rule == "ghosts" }.prefix(1).map(\.id))
    #expect(rehearsal.watch.count == 0)
  }
}
