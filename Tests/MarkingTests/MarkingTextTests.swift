import Foundation
import Marking
import Testing

@Suite struct MarkingTextTests {
  @Test(arguments: [
    (Marking.official, "OFFICIAL"), (.officialSensitive, "OFFICIAL-SENSITIVE"),
    (Marking.officialSensitive.marked(exercise: true), "EXERCISE OFFICIAL-SENSITIVE"),
    (Marking(classification: .topSecret, sensitive: true), "TOP SECRET"),
    (
      Marking(
        classification: .secret, compartments: ["KELP", "ALDER"], agencies: .only([]), nations: .only(["GB", "FR"]),
        handling: [.recipientsOnly], exercise: true),
      "EXERCISE SECRET // COMPARTMENTS ALDER, KELP // AGENCIES - // NATIONS FR, GB // HANDLING RECIPIENTS ONLY"
    ),
    (
      Marking(classification: .official, agencies: .only(["a, b/c", "-", ""])),
      "OFFICIAL // AGENCIES %, %2D, a%2C b%2Fc"
    ),
  ])
  func writesAndReads(marking: Marking, text: String) {
    #expect(marking.text == text)
    #expect(Marking(text: text) == marking)
  }

  @Test(arguments: [
    "", "official", "OFFICIAL ", "EXERCISE", "EXERCISE EXERCISE OFFICIAL", "SECRET-SENSITIVE", "OFFICIAL //",
    "OFFICIAL // ", "OFFICIAL // COMPARTMENTS", "OFFICIAL // COMPARTMENTS ", "OFFICIAL // CAVEATS A",
    "OFFICIAL // NATIONS GB // NATIONS FR", "OFFICIAL // NATIONS GB,FR", "OFFICIAL // NATIONS GB, GB",
    "OFFICIAL // NATIONS G%4", "OFFICIAL // NATIONS G%41", "OFFICIAL // NATIONS %ff", "OFFICIAL / NATIONS GB",
    "OFFICIAL // NATIONS -, GB", "OFFICIAL//NATIONS GB",
  ])
  func refusesWhatItDoesNotUnderstand(text: String) {
    #expect(Marking(text: text) == nil)
  }

  @Test func everyMarkingReadsBack() throws {
    var random = SmallGenerator(seed: 1)
    for _ in 0..<5000 {
      let marking = random.marking()
      #expect(Marking(text: marking.text) == marking, "\(marking.text)")
    }
    let marking = random.marking()
    let coded = try JSONEncoder().encode([marking])
    #expect(try JSONDecoder().decode([Marking].self, from: coded) == [marking])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Marking].self, from: Data(#"["OPEN"]"#.utf8)) }
  }

  @Test func refusesTextsBeyondTheLimit() {
    let text = "OFFICIAL // NATIONS " + String(repeating: "A", count: Marking.longestTextBytes)
    #expect(Marking(text: text) == nil)
  }

  /// Dominance is a partial order, and combining gives the least marking above both.
  @Test func markingsMakeALattice() {
    var random = SmallGenerator(seed: 2)
    for _ in 0..<5000 {
      let (first, second, third) = (random.marking(), random.marking(), random.marking())
      let both = first.combined(with: second)
      #expect(both.dominates(first) && both.dominates(second) && first.dominates(first))
      #expect(both == second.combined(with: first) && first.combined(with: first) == first)
      #expect(both.combined(with: third) == first.combined(with: second.combined(with: third)))
      #expect(first.dominates(second) == (first.combined(with: second) == first))
      if first.dominates(second) && second.dominates(first) { #expect(first == second) }
      // Whatever dominates the two dominates their combination.
      let above = second.combined(with: third).combined(with: first)
      #expect(above.dominates(first) && above.dominates(second) && above.dominates(both))
    }
    #expect(Marking(classification: .secret).dominates(.officialSensitive))
    #expect(!Marking.official.dominates(.officialSensitive))
  }

  @Test func limitsWithoutACommonPartPermitNobody() {
    let british = Marking(classification: .official, nations: .only(["GB"]))
    let french = Marking(classification: .official, nations: .only(["FR"]))
    #expect(british.combined(with: french).nations == .only([]))
    #expect(!british.combined(with: french).nations.permits("GB"))
  }
}
