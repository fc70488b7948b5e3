extension ByteWriter {
  /// Writes an unsigned integer.
  @inline(__always)
  mutating func write(unsigned value: UInt) {
    withRoom(20) { place in
      var digits = 1
      var bound: UInt = 10
      while digits < 20 && value >= bound {
        digits &+= 1
        bound = digits < 20 ? bound &* 10 : bound
      }
      Self.put(value, digits: digits, at: place)
      return digits
    }
  }

  /// Writes an integer with two digits at least.
  @inline(__always)
  mutating func write(twoDigits value: Int) {
    if 0...9 ~= value { write(byte: UInt8(ascii: "0")) }
    write(value)
  }

  /// Writes a number of units with a fixed number of decimals: 1234 with three decimals is `1.234`.
  @inline(__always)
  mutating func write(_ units: Int, decimals: Int, negative: Bool) {
    withRoom(32) { place in
      var place = place
      let start = place
      if negative {
        place.pointee = UInt8(ascii: "-")
        place += 1
      }
      let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: Self.powersOfTen[decimals])
      var digits = 1
      var bound: UInt = 10
      while digits < 19 && whole >= bound {
        digits &+= 1
        bound = bound &* 10
      }
      Self.put(whole, digits: digits, at: place)
      place += digits
      place.pointee = UInt8(ascii: ".")
      Self.put(part, digits: decimals, at: place + 1)
      return place + 1 + decimals - start
    }
  }

  /// Writes tenths as `12.3`.
  @inline(__always)
  mutating func write(tenths value: Int) {
    write(value, decimals: 1, negative: value < 0)
  }

  /// Writes an angle in fractions of a minute as degrees, rounded as `printf` rounds the quotient.
  ///
  /// With 600,000 a degree and seven decimals, 60,000 and six, 600 and four, the last decimal stands for 50/3 units each
  /// time: a third is never a half, so that whole numbers round exactly as the division and `printf` do.
  @inline(__always)
  mutating func write(degrees value: Int, decimals: Int) {
    let units = (Int(value.magnitude) &* 100 &+ 3) / 6
    write(units, decimals: decimals, negative: value < 0)
  }

  private static let powersOfTen: InlineArray<10, UInt> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  @inline(__always)
  private static func put(_ value: UInt, digits: Int, at place: UnsafeMutablePointer<UInt8>) {
    var rest = value
    var index = digits
    while index > 0 {
      index &-= 1
      let (tens, ones) = rest.quotientAndRemainder(dividingBy: 10)
      place[index] = UInt8(truncatingIfNeeded: 0x30 &+ ones)
      rest = tens
    }
  }
}
