extension Position {
  /// The position in degrees and decimal minutes, as mariners write it: `51°01.50′N 001°23.20′E`.
  public var text: String { text(minuteDecimals: 2) }

  /// The position in degrees and decimal minutes with so many decimals, 0 to 6.
  ///
  /// Minutes are rounded half away from zero, and 60 of them become a degree.
  public func text(minuteDecimals: Int) -> String {
    let decimals = min(6, max(0, minuteDecimals))
    let latitude = Self.angleText(latitudeDegrees, degreeDigits: 2, decimals, positive: "N", negative: "S")
    let longitude = Self.angleText(longitudeDegrees, degreeDigits: 3, decimals, positive: "E", negative: "W")
    return "\(latitude) \(longitude)"
  }

  /// The position in decimal degrees with a point and so many decimals, 0 to 9: `51.02500 1.38667`.
  public func decimalText(decimals: Int = 5) -> String {
    let places = min(9, max(0, decimals))
    return "\(Self.fixed(latitudeDegrees, places)) \(Self.fixed(longitudeDegrees, places))"
  }

  private static func angleText(
    _ degrees: Double, degreeDigits: Int, _ decimals: Int, positive: String, negative: String
  ) -> String {
    let unit = powerOfTen(decimals)
    // Counting in the smallest written unit lets the rounding carry into the degrees.
    let count = Int((degrees.magnitude * 60 * Double(unit)).rounded())
    let whole = count / (60 * unit)
    let minutes = count / unit % 60
    let fraction = decimals == 0 ? "" : "." + padded(count % unit, decimals)
    return "\(padded(whole, degreeDigits))°\(padded(minutes, 2))\(fraction)′"
      + (degrees < 0 && count > 0 ? negative : positive)
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let unit = powerOfTen(decimals)
    let count = Int((value.magnitude * Double(unit)).rounded())
    let fraction = decimals == 0 ? "" : "." + padded(count % unit, decimals)
    return (value < 0 && count > 0 ? "-" : "") + "\(count / unit)" + fraction
  }

  private static func powerOfTen(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  private static func padded(_ value: Int, _ digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
