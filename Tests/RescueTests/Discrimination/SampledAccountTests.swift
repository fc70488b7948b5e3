import Geodesy
import Testing

@testable import Rescue

@Suite struct SampledAccountTests {
  private func unaccounted(_ chance: Double, isRecovered: Bool, _ parameters: DiscriminationParameters) -> Double {
    SampledAccount(chance: chance, isRecovered: isRecovered).unaccounted(parameters)
  }

  @Test func itRisesWithWhatTheSamplesSayAndCertaintyStays() {
    for isRecovered in [false, true] {
      let values = stride(from: 0.0, through: 1, by: 0.01).map { unaccounted($0, isRecovered: isRecovered, .learned) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(values.last == 1)
    }
  }

  @Test func theLayerIsLearnedFromNightsWithTruth() {
    let (whole, lost) = (
      LabelledNight.Boat(departedSeconds: 15_000, endedSeconds: 27_000, aboard: 33, recovered: 33, outcome: .recovered),
      LabelledNight.Boat(departedSeconds: 15_000, endedSeconds: 57_000, aboard: 34, recovered: 0, outcome: .lost)
    )
    let evidence = Nights.twoAlike
    let ids = evidence.contacts.map(\.id) + evidence.recoveries.map(\.id)
    let night = LabelledNight(
      evidence: evidence, boatOf: Dictionary(uniqueKeysWithValues: ids.map { ($0, $0.text.hasPrefix("b") ? 1 : 0) }),
      boats: [whole, lost], clockStart: Nights.instant(0))
    var learning = ParameterLearning(nights: [night, night, night], start: .learned)
    learning.fitLacking()
    #expect(learning.parameters.lackingByChance.count == 3)
    #expect(learning.parameters.lackingByChance.allSatisfy { $0.isFinite })
    #expect(unaccounted(0.99, isRecovered: false, learning.parameters) > 0.5)
    #expect(unaccounted(0.05, isRecovered: true, learning.parameters) < 0.5)
  }
}
