import Geodesy
import Testing

@testable import Exercise

@Suite struct RescueReportTests {
  @Test(arguments: RescueNights.seeds) func everyPositionIsNearTheBoatOrDoubtedAloud(seed: UInt64) throws {
    let script = RescueNights.script(seed)
    for truth in script.truth.reports {
      let report = try #require(script.events[truth.event].report)
      guard let text = report.position else { continue }
      let reading = PositionText.read(text, in: RescueNights.waters)
      if truth.flaws.contains(.threeWords) {
        #expect(reading.problems.contains { $0.code == "threeWords" } && reading.candidates.isEmpty, "\(text)")
      } else if truth.flaws.contains(.vague) {
        let relation = try #require(reading.relations.first, "\(text)")
        let dover = ScriptBook.position(PositionStyle.dover)
        let metres = Sphere.distanceMetres(from: truth.position, to: dover)
        let off = (try #require(relation.distanceMetres) - metres).magnitude
        #expect(off <= truth.spreadMetres + relation.distanceSpreadMetres, "\(text)")
      } else {
        let off = reading.candidates.map {
          Sphere.distanceMetres(from: $0.position, to: truth.position) - $0.uncertaintyMetres
        }.min()
        #expect(try #require(off, "\(text)") <= truth.spreadMetres + 20, "\(text)")
        if truth.flaws.contains(.swapped) {
          #expect(reading.candidates.first?.doubts.contains(.swappedLikely) == true, "\(text)")
        }
      }
    }
  }

  @Test(arguments: RescueNights.seeds) func aFixIsWhereTheBoatIsOnRadar(seed: UInt64) throws {
    let script = RescueNights.script(seed)
    for truth in script.truth.reports {
      let event = script.events[truth.event]
      #expect(truth.fixedAt <= event.at)
      let boat = try #require(script.truth.boat(truth.boat))
      if let claimed = event.report?.positionAt { #expect(claimed == truth.fixedAt) }
      if let capsized = boat.capsizedAt, capsized <= truth.fixedAt { continue }
      guard let actor = script.night.actors[truth.boat].truth(at: truth.fixedAt) else { continue }
      #expect(Sphere.distanceMetres(from: actor.position, to: truth.position) < 1)
    }
  }

  @Test(arguments: RescueNights.seeds) func countsDifferByAFew(seed: UInt64) throws {
    let script = RescueNights.script(seed)
    for truth in script.truth.reports {
      let event = script.events[truth.event]
      guard let report = event.report, let least = report.least, let most = report.most else { continue }
      let people = try #require(script.truth.boat(truth.boat)).people
      #expect(least <= most && least > 0)
      #expect(least - 30 < people && people - most < 30, "\(least)…\(most) of \(people)")
    }
  }

  /// Each way of telling a place is read back as that place.
  @Test(arguments: PositionStyle.allCases) func everyStyleIsReadBack(style: PositionStyle) throws {
    var chance = SeededGenerator(seed: 9)
    for _ in 0..<40 {
      let place = Place(chance.number(in: 50.6...51.25), chance.number(in: 0.98...2.1))
      let text = style.text(place, chance: &chance)
      let reading = PositionText.read(text, in: RescueNights.waters)
      switch style {
      case .threeWords: #expect(reading.problems.first?.code == "threeWords")
      case .vague: #expect(reading.relations.count == 1, "\(text)")
      default:
        let candidate = try #require(reading.candidates.first, "\(text)")
        let off = Sphere.distanceMetres(from: candidate.position, to: ScriptBook.position(place))
        let digits: Double = style == .wholeMinutes ? 1200 : style == .mariner ? 14 : 120
        #expect(off < digits, "\(text): \(candidate.understood)")
      }
    }
  }

  @Test func aKnownPlaceInEveryStyle() {
    var chance = SeededGenerator(seed: 1)
    let place = Place(51.025, 1 + 23.2 / 60)
    func text(_ style: PositionStyle) -> String { style.text(place, chance: &chance) }
    #expect(text(.decimalPoint) == "51.02500, 1.38667")
    #expect(text(.decimalComma) == "51,0250 1,3867")
    #expect(text(.swapped) == "1.38667, 51.02500")
    #expect(text(.mariner) == "51°01.50′N 001°23.20′E")
    #expect(text(.typedMinutes) == "51 01.5N 1 23.2E")
    #expect(text(.wholeMinutes) == "51 02 north 1 23 east")
    #expect(text(.spokenDigits) == "five one zero one decimal five north zero zero one two three decimal two east")
    #expect(
      text(.spokenFrench)
        == "cinquante et un degrés un virgule cinq minutes nord, un degré vingt-trois virgule deux minutes est")
  }
}
