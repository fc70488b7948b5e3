/// A latitude or longitude as it was put together from tokens.
struct Angle {
  /// One number of the angle, with the unit that was written after it.
  struct Part {
    var number: WrittenNumber
    var unit: AngleUnit?
  }

  var parts = [Part]()
  var hemisphere: Hemisphere?
  var hemisphereIsPrefix = false
  var label: Axis?
  var joint: Unicode.Scalar?
  var range: Range<Int>
  /// Whether a separator lies between the number before and this one.
  var followsSeparator = false
  /// Whether nothing but separators and fillers lie between the angle before and this one.
  var followsDirectly = false

  var axis: Axis? { hemisphere?.axis ?? label }
  var sign: Double? { parts.first?.number.sign }
  var isMarked: Bool { parts.contains { $0.unit != nil } }
  var isSpoken: Bool { parts.contains { $0.number.spoken } }

  /// Whether it is no more than a whole number, which could be a number of anything.
  var isBareWhole: Bool { parts.count == 1 && parts[0].number.isWhole && !isMarked && axis == nil && sign == nil }

  /// Whether nothing but its numbers is known of it.
  var isBare: Bool { !isMarked && axis == nil && joint == nil && sign == nil }

  /// The angle in degrees by one way of reading it, how it was written, and the unit of its last digit.
  struct Value {
    var degrees: Double
    var form: PositionForm
    var resolutionDegrees: Double
    var doubts: Set<PositionDoubt> = []
  }

  /// The ways in which the parts make an angle, likeliest first; none when they make no angle.
  var values: [Value] {
    if joint == ".", parts.count == 3, !isMarked { return dottedValues }
    if parts.count == 1, !isMarked, let compact = compactValue { return [compact] }
    return plainValue.map { [$0] } ?? []
  }

  private var signed: Double { hemisphere?.sign ?? sign ?? 1 }

  private var plainValue: Value? {
    var degrees = 0.0
    var resolution = 1.0
    var unit = AngleUnit.degrees
    for (index, part) in parts.enumerated() {
      let written = part.unit ?? AngleUnit(rawValue: index)
      guard let written, index == 0 || written.rawValue > unit.rawValue else { return nil }
      guard index == 0 || (part.number.magnitude < 60 && part.number.sign == nil) else { return nil }
      guard index == parts.count - 1 || part.number.isWhole else { return nil }
      unit = written
      degrees += part.number.magnitude * unit.inDegrees
      resolution = unit.inDegrees * Self.place(part.number)
    }
    let forms: [PositionForm] = [.decimalDegrees, .degreesMinutes, .degreesMinutesSeconds]
    return Value(
      degrees: degrees * signed, form: isSpoken ? .spoken : forms[unit.rawValue], resolutionDegrees: resolution)
  }

  /// `510130` with a hemisphere: degrees, minutes and seconds without anything between them.
  private var compactValue: Value? {
    guard let number = parts.first?.number, axis != nil, number.addedFraction == 0 else { return nil }
    let digits = number.integerDigits.count
    let degreeDigits = digits.isMultiple(of: 2) ? digits - 2 : digits - 3
    // Whole degrees never have more than three digits.
    guard (4...7).contains(digits) else { return nil }
    let hasSeconds = digits >= 6
    let leading = hasSeconds ? digits - 4 : digits - 2
    guard degreeDigits > 0, let degrees = Double(number.integerDigits.prefix(leading)) else { return nil }
    let rest = String(number.integerDigits.dropFirst(leading))
    let minutesText = hasSeconds ? String(rest.prefix(2)) : "\(rest).\(number.fractionDigits)0"
    guard let minutes = Double(minutesText), minutes < 60 else { return nil }
    var value = degrees + minutes / 60
    if hasSeconds {
      guard let seconds = Double("\(rest.suffix(2)).\(number.fractionDigits)0"), seconds < 60 else { return nil }
      value += seconds / 3600
    }
    let unit: AngleUnit = hasSeconds ? .seconds : .minutes
    return Value(
      degrees: value * signed, form: isSpoken ? .spoken : .compact,
      resolutionDegrees: unit.inDegrees * Self.place(number))
  }

  /// `51.01.50`: fractions of minutes as mariners write them, or else seconds.
  private var dottedValues: [Value] {
    let numbers = parts.map(\.number)
    guard let degrees = Double(numbers[0].integerDigits),
      let minutes = Double("\(numbers[1].integerDigits).\(numbers[2].integerDigits)"),
      let wholeMinutes = Double(numbers[1].integerDigits), minutes < 60
    else { return [] }
    let places = numbers[2].integerDigits.count
    var values = [
      Value(
        degrees: (degrees + minutes / 60) * signed, form: .degreesMinutes,
        resolutionDegrees: AngleUnit.minutes.inDegrees * Self.powerOfTenth(places), doubts: [.secondsOrFraction])
    ]
    if let seconds = Double(numbers[2].integerDigits), seconds < 60, places == 2 {
      values.append(
        Value(
          degrees: (degrees + wholeMinutes / 60 + seconds / 3600) * signed, form: .degreesMinutesSeconds,
          resolutionDegrees: AngleUnit.seconds.inDegrees, doubts: [.secondsOrFraction]))
    }
    return values
  }

  /// The value of the last written place of a number, in its unit.
  private static func place(_ number: WrittenNumber) -> Double {
    number.addedFraction > 0 ? 0.5 : powerOfTenth(number.fractionDigits.count)
  }

  private static func powerOfTenth(_ places: Int) -> Double {
    var value = 1.0
    for _ in 0..<places { value /= 10 }
    return value
  }
}
