import Geodesy
import Tracking

@testable import Exercise

/// Lines of a receiver, as they come from a feed.
enum Lines {
  /// A class A position report.
  static func position(
    _ mmsi: UInt32, latitude: Double, longitude: Double, knots: Double = 12, course: Double = 45
  ) -> [UInt8] {
    let reading = AISReading(
      latitudeDegrees: latitude, longitudeDegrees: longitude, accuracyHigh: true, speedKnots: knots,
      courseDegrees: course, headingDegrees: course, rateOfTurnDegreesPerMinute: 0, status: .underWayUsingEngine,
      second: 60)
    return sentences(AISMessages.classAPosition(reading, mmsi: mmsi, unscheduled: false))
  }

  /// A type 5 report with a name and a call sign.
  static func statics(
    _ mmsi: UInt32, name: String, callSign: String = "GBTT", destination: String = ""
  ) -> [UInt8] {
    var writer = AISMessages.begin(5, mmsi)
    writer.add(2, bits: 2)
    writer.add(0, bits: 30)
    writer.add(callSign, characters: 7)
    writer.add(name, characters: 20)
    writer.add(70, bits: 8)
    writer.add(0, bits: 30 + 4)
    writer.add(24 << 6 | 60, bits: 20)
    writer.add(0, bits: 8)
    writer.add(destination, characters: 20)
    writer.add(0, bits: 2)
    return sentences(writer)
  }

  /// A safety message to everyone.
  static func safety(_ mmsi: UInt32, _ text: String) -> [UInt8] {
    var writer = AISMessages.begin(14, mmsi)
    writer.add(0, bits: 2)
    writer.add(text, characters: text.count)
    return sentences(writer)
  }

  private static func sentences(_ message: SixBitWriter) -> [UInt8] {
    var station = Station()
    var lines: [ExerciseSentence] = []
    station.write(message, at: Instant(millisecondsSince1970: 0), into: &lines)
    // Without their tag blocks, which say that they are an exercise.
    return lines.flatMap { line in line.line[(line.line.lastIndex(of: UInt8(ascii: "\\")).map { $0 + 1 } ?? 0)...] }
  }
}
