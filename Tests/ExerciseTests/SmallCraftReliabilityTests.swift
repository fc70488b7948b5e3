import Foundation
import Geodesy
import Testing
import Tracking

@testable import Exercise

/// The probability of a small boat against what is true, on nights that the weights were not fitted on.
@Suite struct SmallCraftReliabilityTests {
  private static let samples = (UInt64(201)...204).flatMap { SmallCraftNight(seed: $0).samples }

  @Test func whatIsSaidIsAsOftenSo() {
    let reliability = Reliability(
      Self.samples.map { (SmallCraftJudgement($0.features).probability, $0.isSmall) })
    #expect(reliability.expectedCalibrationError < 0.03)
    #expect(reliability.brier < 0.07)
    #expect(reliability.baseBrier > 0.15)
    #expect(reliability.bins.count == 10)
    for bin in reliability.bins {
      // Three standard deviations of a share of so many.
      let deviation = (bin.mean * (1 - bin.mean) / Double(bin.count)).squareRoot()
      #expect((bin.mean - bin.share).magnitude < 3 * deviation + 0.06, "\(bin)")
    }
  }

  /// Little knowledge must not make certainty.
  @Test func itStaysCalibratedWithoutLengthAndWithoutOrigin() {
    let reliability = Reliability(
      Self.samples.map { sample in
        var features = sample.features
        features.lengthMetres = nil
        features.origin = .unknown
        return (SmallCraftJudgement(features).probability, sample.isSmall)
      })
    #expect(reliability.expectedCalibrationError < 0.09)
    #expect(reliability.brier < 0.5 * reliability.baseBrier + 0.03)
  }

  @Test func theStepsAddUpToTheProbability() throws {
    for sample in Self.samples {
      let judgement = SmallCraftJudgement(sample.features)
      let logOdds = judgement.terms.reduce(0) { $0 + $1.logOdds }
      let odds = judgement.probability / (1 - judgement.probability)
      #expect((logOdds - log(odds)).magnitude < 1e-6)
      #expect(judgement.terms.first?.name == .start)
    }
    let nothing = SmallCraftJudgement(SmallCraftFeatures())
    #expect(nothing.terms.map(\.name) == [.start])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300, 0, -1])
  func wildNumbersNeverMakeAProbabilityThatIsNone(number: Double) {
    let judgement = SmallCraftJudgement(
      SmallCraftFeatures(speedKnots: number, turnDegreesPerMinute: number, lengthMetres: number))
    #expect(judgement.probability > 0 && judgement.probability < 1)
  }
}
