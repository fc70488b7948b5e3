import Foundation
import Testing

@testable import Outlook

/// Speed in CPU time, against thresholds that hold in a release build; a debug build says that it skips them.
@Suite(.serialized) struct SpeedTests {
  #if DEBUG
    static let isRelease = false
  #else
    static let isRelease = true
  #endif

  private func seconds(_ body: () -> Void) -> Double {
    let start = ownSeconds()
    body()
    return ownSeconds() - start
  }

  /// The CPU time of this thread alone, since other tests run beside it.
  private func ownSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test(.enabled(if: isRelease, "a debug build says nothing of speed"))
  func aDailyFit() {
    var generator = SeededGenerator(seed: 1)
    let figures = (0..<1600).map { _ in Figure.known(generator.share() < 0.4 ? (300 * generator.share()).rounded() : 0)
    }
    let series = CountSeries(name: "p", period: .day, first: CalendarDay(number: 18_000), figures: figures)
    let history = DailyHistory(series, weather: nil, learnBefore: 1600)
    let spent = seconds { for _ in 0..<20 { _ = HurdleModel(history, origin: 1600, recipe: .roots(.none)) } } / 20
    print("a daily fit: \(spent * 1000) ms")
    #expect(spent < 0.005)
  }

  @Test(.enabled(if: isRelease, "a debug build says nothing of speed"))
  func changesOfLevelInNineYears() {
    var generator = SeededGenerator(seed: 2)
    let values: [Double?] = (0..<3154).map { day in
      (Double(day / 400 % 3 + 1) * 100 * generator.share()).rounded()
    }
    let spent = seconds { for _ in 0..<20 { _ = ChangePoints.find(values) } } / 20
    print("PELT on 3,154 days: \(spent * 1000) ms, \(ChangePoints.find(values).count) changes")
    #expect(spent < 0.005)
  }

  @Test(.enabled(if: isRelease, "a debug build says nothing of speed"))
  func manyMonthlySeries() {
    var generator = SeededGenerator(seed: 3)
    let many = (0..<200).map { _ -> [Double?] in
      let (level, wave) = (exp(3 + 4 * generator.share()), 0.6 * generator.share())
      return (0..<120).map { month in
        let mean = level * (1 + wave * sin(2 * Double.pi * Double(month) / 12))
        return (mean * exp(0.2 * generator.normal())).rounded()
      }
    }
    let spent = seconds {
      for values in many {
        _ = ExponentialSmoothing(values, period: 12)?.paths(horizon: 12, count: 200, using: &generator)
      }
    }
    print("1,000 monthly series with automatic exponential smoothing: \(spent * 5) s")
    #expect(spent * 5 < 3)
  }
}
