import Geodesy
import Testing
import Tracking

@testable import Operations

@Suite("What a feed says")
struct FeedIntakeTests {
  static let arrived = Instant(millisecondsSince1970: 1_637_718_480_000)

  private func take(_ intake: FeedIntake, _ bytes: [UInt8], at moment: Instant = arrived) -> [Heard] {
    var heard: [Heard] = []
    intake.take(bytes, arrived: moment) { heard.append($0) }
    return heard
  }

  private func observation(_ heard: Heard?) throws -> SensorObservation {
    guard case .observation(let observation) = heard else { throw NotSignedIn() }
    return observation
  }

  @Test func aLinesOwnTimeIsBelievedOnlyNearItsArrival() {
    func believed(_ stated: Instant?, _ arrived: Instant) -> Instant {
      FeedContext(feed: "shore", exercise: false, arrived: arrived).believed(stated)
    }
    let limit = FeedContext.believedOffsetMilliseconds
    #expect(believed(nil, Self.arrived) == Self.arrived)
    for offset in [0, 1, -1, limit, -limit] {
      let stated = Self.arrived.adding(milliseconds: offset)
      #expect(believed(stated, Self.arrived) == stated, "\(offset)")
    }
    for offset in [limit + 1, -limit - 1, 86_400_000] {
      let stated = Self.arrived.adding(milliseconds: offset)
      #expect(believed(stated, Self.arrived) == Self.arrived, "\(offset)")
    }
    let ends = [Int64.min, .max].map { Instant(millisecondsSince1970: $0) }
    for end in ends {
      #expect(believed(end, Self.arrived) == Self.arrived)
      #expect(believed(Self.arrived, end) == end)
    }
  }

  @Test func theTimeOfATagBlockBecomesTheTimeOfReceiving() throws {
    let line = AISLines.position(235_012_345, 51, 1.4)
    let near = Self.arrived.adding(milliseconds: -300_000)
    let far = Self.arrived.adding(milliseconds: -900_000)
    let intake = FeedIntake(name: "shore", exercise: false)
    #expect(try observation(take(intake, AISLines.heard(line, at: near)).first).received == near)
    #expect(try observation(take(intake, AISLines.heard(line, at: far)).first).received == Self.arrived)
    #expect(try observation(take(intake, line).first).received == Self.arrived)
  }

  @Test func aMessageMayBeCutAnywhere() {
    let bytes = AISLines.statics(235_012_345, name: "TITAN") + AISLines.position(235_012_345, 51, 1.4)
    for cut in 0...bytes.count {
      let intake = FeedIntake(name: "shore", exercise: false)
      let heard = take(intake, Array(bytes[..<cut])) + take(intake, Array(bytes[cut...]))
      let kinds = heard.map { item in
        switch item {
        case .description(let report): report.name ?? "-"
        case .observation(let observation): "\(observation.identity.mmsi)"
        default: "other"
        }
      }
      #expect(kinds == ["TITAN", "235012345"], "cut at \(cut)")
      #expect(intake.counts.bytes == bytes.count)
      #expect(intake.counts.refused == 0)
    }
  }

  @Test func partsOfTwoFeedsNeverMix() {
    let bytes = AISLines.statics(235_012_345, name: "TITAN")
    let half = (bytes.firstIndex(of: 0x0A) ?? 0) + 1
    let (first, second) = (FeedIntake(name: "a", exercise: false), FeedIntake(name: "b", exercise: false))
    #expect(take(first, Array(bytes[..<half])).isEmpty)
    #expect(take(second, Array(bytes[half...])).isEmpty)
    #expect(take(first, Array(bytes[half...])).count == 1)
  }

  @Test func anExerciseIsMarkedByItsFeedOrByItsLines() throws {
    let line = AISLines.position(235_012_345, 51, 1.4)
    let exercise = FeedIntake(name: "night", exercise: true)
    let shore = FeedIntake(name: "shore", exercise: false)
    #expect(try observation(take(exercise, line).first).exercise)
    #expect(try !observation(take(shore, line).first).exercise)
    let marked = AISLines.heard(line, at: Self.arrived, source: "EXERCISE")
    #expect(try observation(take(shore, marked).first).exercise)
    let description = take(exercise, AISLines.statics(235_012_345, name: "TITAN")).first
    guard case .description(let report) = description else { throw NotSignedIn() }
    #expect(report.exercise && report.source == "night")
    let told = AISLines.heard(AISLines.statics(235_012_345, name: "TITAN"), at: Self.arrived, source: "EXERCISE")
    guard case .description(let marked) = take(shore, told).first else { throw NotSignedIn() }
    #expect(marked.exercise)
  }

  @Test func whatCannotBeReadIsCountedAndTheRestIsHeard() {
    let intake = FeedIntake(name: "shore", exercise: false)
    var broken = AISLines.position(235_012_345, 51, 1.4)
    broken[broken.count - 3] = broken[broken.count - 3] == 0x30 ? 0x31 : 0x30
    let heard = take(intake, [0xFF, 0x00, 0x0A] + broken + AISLines.position(235_012_346, 51, 1.4))
    #expect(heard.count == 1)
    #expect(intake.counts.messages == 1)
    #expect(intake.counts.refused >= 1)
    #expect(intake.counts.lastMessage == Self.arrived)
    let later = Self.arrived.adding(milliseconds: 5_000)
    #expect(take(intake, Array("nonsense\r\n".utf8), at: later).isEmpty)
    #expect(intake.counts.lastArrived == later)
    #expect(intake.counts.lastMessage == Self.arrived)
  }
}
