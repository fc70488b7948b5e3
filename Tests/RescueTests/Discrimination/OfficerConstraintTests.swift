import Rescue
import Testing

@Suite struct OfficerConstraintTests {
  @Test func whatIsPutTogetherStaysTogetherAndComesApartAgain() {
    var discriminator = BoatDiscriminator(seed: 3)
    var evidence = Nights.twoAlike
    let free = discriminator.picture(of: evidence)
    evidence.constraints = [.together([Nights.id("a1"), Nights.id("b1")])]
    let bound = discriminator.picture(of: evidence)
    #expect(bound.boatOf[Nights.id("a1")] == bound.boatOf[Nights.id("b1")])
    #expect(bound.memberships.first?.reasons.first?.kind == .officer)
    evidence.constraints = []
    let again = discriminator.picture(of: evidence)
    #expect(again.boatOf[Nights.id("a1")] != again.boatOf[Nights.id("b1")])
    #expect(again.count.likely == free.count.likely)
  }

  @Test func whatIsKeptApartNeverMeetsInAnyGrouping() {
    var discriminator = BoatDiscriminator(seed: 3)
    var evidence = Nights.twoAlike
    let (first, second) = (Nights.id("a1"), Nights.id("a2"))
    evidence.constraints = [.apart(first, second)]
    let picture = discriminator.picture(of: evidence)
    #expect(picture.boatOf[first] != picture.boatOf[second])
    for alternative in picture.alternatives {
      #expect(!alternative.boats.contains { $0.contains(first) && $0.contains(second) })
    }
  }

  @Test func confirmedBoatsKeepTheirNamesAndAreNeverOne() throws {
    var discriminator = BoatDiscriminator(seed: 3)
    var evidence = Nights.twoAlike
    evidence.constraints = [
      .confirmed("Alfa", [Nights.id("a1")]), .confirmed("Bravo", [Nights.id("a2")]),
    ]
    let picture = discriminator.picture(of: evidence)
    let first = try #require(picture.boatOf[Nights.id("a1")])
    let second = try #require(picture.boatOf[Nights.id("a2")])
    #expect(first != second)
    #expect(picture.boats[first].confirmedAs == "Alfa")
    #expect(picture.boats[second].confirmedAs == "Bravo")
  }

  @Test func aDecisionAgainstAnEarlierOneIsSaidAloud() {
    var discriminator = BoatDiscriminator(seed: 3)
    var evidence = Nights.twoAlike
    let against = OfficerConstraint.apart(Nights.id("a1"), Nights.id("b1"))
    evidence.constraints = [.together([Nights.id("a1"), Nights.id("b1")]), against]
    let picture = discriminator.picture(of: evidence)
    #expect(picture.contradictions == [against])
    #expect(picture.boatOf[Nights.id("a1")] == picture.boatOf[Nights.id("b1")])
  }
}
