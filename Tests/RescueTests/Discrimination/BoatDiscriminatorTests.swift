import Geodesy
import Rescue
import Testing

@Suite struct BoatDiscriminatorTests {
  private func picture(_ evidence: NightEvidence, seed: UInt64 = 1) -> BoatPicture {
    var discriminator = BoatDiscriminator(seed: seed)
    return discriminator.picture(of: evidence)
  }

  @Test func twoBoatsAlikeStayTwoAndTheOtherStaysOpen() throws {
    let picture = picture(Nights.twoAlike)
    #expect(picture.count.likely == 2)
    let first = try #require(picture.boatOf[Nights.id("a1")])
    let second = try #require(picture.boatOf[Nights.id("b1")])
    #expect(first != second)
    #expect(picture.boatOf[Nights.id("k1")] == first)
    #expect(picture.boatOf[Nights.id("b2")] == second)
    #expect(picture.boats[second].unaccounted > 0.9)
    #expect(picture.boats[second].settling == [.find])
    #expect(picture.boats[first].unaccounted < picture.boats[second].unaccounted)
  }

  @Test func silenceAndTimeLowerNothing() throws {
    var discriminator = BoatDiscriminator(seed: 4)
    let soon = discriminator.picture(of: Nights.twoAlike, now: Nights.instant(28_000))
    var other = BoatDiscriminator(seed: 4)
    let late = other.picture(of: Nights.twoAlike, now: Nights.instant(28_000 + 86_400))
    #expect(soon.boats.map(\.unaccounted) == late.boats.map(\.unaccounted))
    let boat = try #require(soon.boatOf[Nights.id("b1")])
    let (early, drifted) = (try #require(soon.boats[boat].whereabouts), try #require(late.boats[boat].whereabouts))
    #expect(drifted.eastVariance > early.eastVariance)
  }

  @Test func theSameSeedGivesTheSameAnswer() {
    #expect(picture(Nights.twoAlike, seed: 9) == picture(Nights.twoAlike, seed: 9))
  }

  @Test func anEmptyNightHasNoBoats() {
    let picture = picture(NightEvidence())
    #expect(picture.count.likely == 0)
    #expect(picture.boats.isEmpty)
    #expect(picture.question == nil)
  }

  @Test func everyNumberThatCannotBeIsBorne() throws {
    var wild = Nights.call("w", at: 1e12, 51, 1.4, people: .max)
    wild.accuracyMetres = .nan
    wild.children = .min
    wild.bearing = BearingLine(
      from: Nights.position(51, 1), bearingDegrees: .infinity, deviationDegrees: .nan)
    var line = Nights.call("l", at: 20_000)
    line.bearing = BearingLine(from: Nights.position(51.1, 1.3), bearingDegrees: 1e300, deviationDegrees: 0)
    var pole = Nights.call("p", at: -1e12, 90, 180)
    pole.accuracyMetres = 1e300
    let recovery = RecoveryEvidence(
      id: Nights.id("k"), time: Nights.instant(-5), position: Nights.position(-90, 0), people: .max)
    let fix = TrackEvidence.Fix(
      time: Nights.instant(3), position: Nights.position(51, 1.5), deviationMetres: -.infinity)
    let picture = picture(
      NightEvidence(
        contacts: [wild, line, pole], tracks: [TrackEvidence(id: Nights.id("t"), fixes: [fix, fix])],
        recoveries: [recovery, recovery]))
    #expect(picture.boats.allSatisfy { (0...1).contains($0.unaccounted) })
    #expect(picture.boatOf.count == 5)
  }

  @Test func aReportMoreIsTakenInFromWhatIsKnown() throws {
    var discriminator = BoatDiscriminator(seed: 2)
    var evidence = Nights.twoAlike
    _ = discriminator.picture(of: evidence)
    evidence.contacts.append(Nights.call("b3", at: 29_000, 50.80, 1.38, phone: "7", people: 30))
    let picture = discriminator.picture(of: evidence)
    #expect(picture.boatOf[Nights.id("b3")] == picture.boatOf[Nights.id("b1")])
    let member = try #require(picture.memberships.first { $0.id == Nights.id("b3") })
    #expect(member.reasons.contains { $0.kind == .samePhone(as: Nights.id("b2")) && $0.weight > 2 })
    #expect(member.reasons.allSatisfy { !$0.english.isEmpty })
  }

  @Test func aLongNightTakesInOneReportAndOneCorrection() throws {
    var evidence = Nights.twoAlike
    for number in 0..<10 {
      let late = Double(number) * 300
      evidence.contacts.append(Nights.call("a\(number + 10)", at: 20_100 + late, phone: "1"))
      evidence.contacts.append(Nights.call("b\(number + 10)", at: 20_200 + late, phone: "7"))
    }
    var discriminator = BoatDiscriminator(effort: .init(chains: 2, warming: 8, counting: 12), seed: 5)
    _ = discriminator.picture(of: evidence)
    evidence.contacts.append(Nights.call("b9", at: 24_500, 50.79, 1.43, phone: "7", people: 35))
    let more = discriminator.picture(of: evidence)
    #expect(more.boatOf[Nights.id("b9")] == more.boatOf[Nights.id("b1")])
    #expect(more.boatOf[Nights.id("b9")] != more.boatOf[Nights.id("a1")])
    evidence.contacts[evidence.contacts.count - 1] = Nights.call("b9", at: 24_500, 50.995, 1.475, phone: "1")
    let corrected = discriminator.picture(of: evidence)
    #expect(corrected.boatOf[Nights.id("b9")] == corrected.boatOf[Nights.id("a1")])
  }

  @Test func aReportAfterARecoveryIsSaidAloud() throws {
    var evidence = Nights.twoAlike
    evidence.contacts.append(Nights.call("a4", at: 30_000, phone: "1", people: 33))
    let picture = picture(evidence)
    let boat = try #require(picture.boatOf[Nights.id("a4")])
    if picture.boatOf[Nights.id("k1")] == boat {
      #expect(picture.boats[boat].settling.contains(.reportAfterRecovery(Nights.id("a4"), seconds: 3_000)))
    } else {
      #expect(picture.boats[boat].unaccounted > 0.5)
    }
  }
}
