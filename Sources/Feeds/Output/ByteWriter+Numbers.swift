extension ByteWriter {
  /// Writes an unsigned integer.
  @inline(__always)
  mutating func write(unsigned value: UInt) {
    withRoom(20) { place in
      if value < 10 {
        place.pointee = UInt8(truncatingIfNeeded: 0x30 &+ value)
        return 1
      }
      let digits = Self.digits(value)
      Self.put(value, digits: digits, at: place)
      return digits
    }
  }

  /// Writes an integer with two digits at least.
  @inline(__always)
  mutating func write(twoDigits value: Int) {
    guard 0...99 ~= value else { return write(value) }
    withRoom(2) { place in
      Self.put(pair: UInt(truncatingIfNeeded: value), at: place)
      return 2
    }
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
      let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: Self.powerOfTen(decimals))
      let digits = whole < 10 ? 1 : Self.digits(whole)
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
    let units = (UInt(truncatingIfNeeded: value.magnitude) &* 100 &+ 3) / 6
    write(Int(truncatingIfNeeded: units), decimals: decimals, negative: value < 0)
  }

  /// A power that the compiler knows, so that it need not divide.
  @inline(__always)
  private static func powerOfTen(_ exponent: Int) -> UInt {
    switch exponent {
    case 1: 10
    case 2: 100
    case 4: 10_000
    case 6: 1_000_000
    case 7: 10_000_000
    default: (0..<exponent).reduce(1) { power, _ in power &* 10 }
    }
  }

  @inline(__always)
  private static func digits(_ value: UInt) -> Int {
    if value < 100 { return value < 10 ? 1 : 2 }
    if value < 1_000 { return 3 }
    var digits = 4
    var bound: UInt = 10_000
    while digits < 20 && value >= bound {
      digits &+= 1
      if digits < 20 { bound = bound &* 10 }
    }
    return digits
  }

  /// The hundred pairs of digits one behind the other.
  private static let pairs: StaticString =
    """
    00010203040506070809101112131415161718192021222324\
    25262728293031323334353637383940414243444546474849\
    50515253545556575859606162636465666768697071727374\
    75767778798081828384858687888990919293949596979899
    """

  /// Writes a number below 100 as two digits.
  @inline(__always)
  private static func put(pair: UInt, at place: UnsafeMutablePointer<UInt8>) {
    let source = pairs.utf8Start + Int(truncatingIfNeeded: 2 &* pair)
    place[0] = source[0]
    place[1] = source[1]
  }

  /// Writes so many digits of a number, from the last to the first.
  @inline(__always)
  private static func put(_ value: UInt, digits: Int, at place: UnsafeMutablePointer<UInt8>) {
    if digits == 7 { return putSeven(UInt32(truncatingIfNeeded: value), at: place) }
    var rest = value
    var index = digits
    while index > 1 {
      index &-= 2
      let (higher, pair) = rest.quotientAndRemainder(dividingBy: 100)
      put(pair: pair, at: place + index)
      rest = higher
    }
    if index == 1 { place.pointee = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10) }
  }

  /// Seven digits without a chain of divisions that wait for each other.
  @inline(__always)
  private static func putSeven(_ value: UInt32, at place: UnsafeMutablePointer<UInt8>) {
    let (upper, lower) = value.quotientAndRemainder(dividingBy: 10_000)
    let (first, second) = upper.quotientAndRemainder(dividingBy: 100)
    let (third, fourth) = lower.quotientAndRemainder(dividingBy: 100)
    place.pointee = UInt8(truncatingIfNeeded: 0x30 &+ first)
    put(pair: UInt(second), at: place + 1)
    put(pair: UInt(third), at: place + 3)
    put(pair: UInt(fourth), at: place + 5)
  }
}
