/// A message of a 406 MHz beacon in the test protocol with a position.
///
/// Source: Cospas-Sarsat C/S T.001 Issue 4, annex A: bits 25 to 144 of a long message of the standard location
/// protocol, test (1110), and annex B: the check bits.
enum BeaconWords {
  private static let unitedKingdom: UInt64 = 235
  private static let standardTest: UInt64 = 0b1110
  /// What the maker of a test may choose.
  private static let testData: UInt64 = 0xE8E8E8
  private static let firstGenerator: UInt64 = 0b10_0110_1101_1001_1110_0011
  private static let secondGenerator: UInt64 = 0b1_0101_0011_1001

  /// The thirty digits and, behind the mark of a comment, that it is an exercise.
  static func testLine(at place: Place) -> [UInt8] {
    Array((testMessage(at: place) + " # EXERCISE\n").utf8)
  }

  /// The thirty hexadecimal digits of the message.
  static func testMessage(at place: Place) -> String {
    let (latitude, longitude) = (Angle(place.latitude), Angle(place.longitude))
    var first = Bits()
    first.add(1, bits: 1)  // a long message
    first.add(0, bits: 1)  // of a location protocol
    first.add(unitedKingdom, bits: 10)
    first.add(standardTest, bits: 4)
    first.add(testData, bits: 24)
    first.add(latitude.isNegative ? 1 : 0, bits: 1)
    first.add(latitude.quarters, bits: 9)
    first.add(longitude.isNegative ? 1 : 0, bits: 1)
    first.add(longitude.quarters, bits: 10)
    first.addCheck(generator: firstGenerator, degree: 21)
    var second = Bits()
    second.add(0b1101, bits: 4)
    second.add(0b11, bits: 2)  // found by its own receiver; it sends on 121.5 MHz too
    for angle in [latitude, longitude] {
      second.add(angle.isAbove ? 1 : 0, bits: 1)
      second.add(angle.minutes, bits: 5)
      second.add(angle.fourSeconds, bits: 4)
    }
    second.addCheck(generator: secondGenerator, degree: 12)
    return digits(first.values + second.values)
  }

  /// An angle as quarters of a degree, and what is to be added or taken away in minutes and steps of four seconds.
  private struct Angle {
    let isNegative: Bool
    let quarters: UInt64
    let isAbove: Bool
    let minutes: UInt64
    let fourSeconds: UInt64

    init(_ degrees: Double) {
      isNegative = degrees < 0
      let steps = Int((degrees.magnitude * 900).rounded())
      let coarse = (steps + 112) / 225
      quarters = UInt64(coarse)
      let rest = steps - coarse * 225
      isAbove = rest >= 0
      minutes = UInt64(rest.magnitude / 15)
      fourSeconds = UInt64(rest.magnitude % 15)
    }
  }

  private struct Bits {
    private(set) var values: [UInt8] = []

    mutating func add(_ value: UInt64, bits: Int) {
      for bit in stride(from: bits - 1, through: 0, by: -1) { values.append(UInt8(value >> UInt64(bit) & 1)) }
    }

    /// Adds what makes the whole divisible by a generator polynomial.
    mutating func addCheck(generator: UInt64, degree: Int) {
      var rest: UInt64 = 0
      for bit in values + [UInt8](repeating: 0, count: degree) {
        rest = rest << 1 | UInt64(bit)
        if rest >> UInt64(degree) & 1 == 1 { rest ^= generator }
      }
      add(rest, bits: degree)
    }
  }

  private static func digits(_ bits: [UInt8]) -> String {
    stride(from: 0, to: bits.count, by: 4).map { start in
      String(bits[start..<min(start + 4, bits.count)].reduce(0) { $0 << 1 | Int($1) }, radix: 16, uppercase: true)
    }.joined()
  }
}
