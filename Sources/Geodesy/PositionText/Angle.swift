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
    if parts.count == 1, !isMarked, let compact = compactValue { return [compact] + latitudeByDecimals }
    return (plainValue ?? overfullValue).map { [$0] + minutesForDecimals } ?? []
  }

  private var signed: Double { hemisphere?.sign ?? sign ?? 1 }

  /// `51025` as a latitude: 51.025° beside the 51°02.5′ that it is otherwise read as.
  private var latitudeByDecimals: [Value] {
    guard axis == .latitude, let number = parts.first?.number, number.integerDigits.count == 5,
      let degrees = Double("\(number.integerDigits.prefix(2)).\(number.integerDigits.suffix(3))")
    else { return [] }
    return [
      Value(
        degrees: degrees * signed, form: isSpoken ? .spoken : .compact, resolutionDegrees: Self.powerOfTenth(3),
        doubts: [.minutesOrDecimals])
    ]
  }

  /// `51.30` as 51°30′, which mariners say so, beside 51.30°; none where a mark says what the number is.
  private var minutesForDecimals: [Value] {
    guard mayHoldMinutes, let number = parts.first?.number, let degrees = Double(number.integerDigits),
      let minutes = Double(number.fractionDigits)
    else { return [] }
    return [
      Value(
        degrees: (degrees + minutes / 60) * signed, form: .degreesMinutes,
        resolutionDegrees: AngleUnit.minutes.inDegrees, doubts: [.minutesOrDecimals])
    ]
  }

  /// Whether it is degrees with two figures after the point, below 60, and nothing that says what they are.
  var mayHoldMinutes: Bool {
    guard parts.count == 1, !isMarked, let number = parts.first?.number, number.fractionDigits.count == 2,
      number.addedFraction == 0, (Int(number.fractionDigits) ?? 60) < 60
    else { return false }
    return number.sign != -1 && number.integerDigits.count <= 3
  }

  /// `51°75′`: minutes that cannot be are read as the decimals that they probably were.
  private var overfullValue: Value? {
    guard parts.count == 2, parts[0].number.isWhole, (parts[0].unit ?? .degrees) == .degrees,
      (parts[1].unit ?? .minutes) == .minutes, parts[1].number.sign == nil, isMarked || axis != nil,
      parts[1].number.integerDigits.count == 2, parts[1].number.magnitude >= 60,
      let degrees = Double(
        "\(parts[0].number.integerDigits).\(parts[1].number.integerDigits)\(parts[1].number.fractionDigits)")
    else { return nil }
    return Value(
      degrees: degrees * signed, form: .decimalDegrees,
      resolutionDegrees: Self.powerOfTenth(2 + parts[1].number.fractionDigits.count), doubts: [.impossibleMinutes])
  }

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
    if axis == .latitude, digits == 5, number.fractionDigits.isEmpty { return fiveFigureLatitude }
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

  /// `51025` as a latitude: 51°02.5′.
  private var fiveFigureLatitude: Value? {
    guard let number = parts.first?.number, let degrees = Double(number.integerDigits.prefix(2)),
      let tenths = Double(number.integerDigits.suffix(3)), tenths < 600
    else { return nil }
    return Value(
      degrees: (degrees + tenths / 600) * signed, form: isSpoken ? .spoken : .compact,
      resolutionDegrees: AngleUnit.minutes.inDegrees / 10, doubts: [.minutesOrDecimals])
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
