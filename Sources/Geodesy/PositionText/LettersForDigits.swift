/// Puts the figure where a letter of the same shape was typed: `51 O1.5 N`, `5O.95N`, `5l.02`.
enum LettersForDigits {
  /// The most zeros before a number, and the most signs of an angle up to its hemisphere.
  private static let mostZeros = 3
  private static let longestNumber = 40

  static func mend(_ scan: inout TextScan) {
    for index in scan.scalars.indices {
      guard let figure = figure(scan, at: index) else { continue }
      scan.mend(index, to: figure)
    }
  }

  private static func figure(_ scan: TextScan, at index: Int) -> Unicode.Scalar? {
    let figure: Unicode.Scalar
    switch scan[index] {
    case "O", "o": figure = "0"
    case "l", "I", "|": figure = "1"
    default: return nil
    }
    let follows = scan[index - 1]?.decimalDigit != nil
    if follows { return continuesAsNumber(scan, after: index) ? figure : nil }
    guard figure == "0", leadsNumber(scan, at: index) else { return nil }
    return figure
  }

  /// Whether figures, their sign or their mark come after the letter, which would be odd after a hemisphere.
  private static func continuesAsNumber(_ scan: TextScan, after index: Int) -> Bool {
    guard let next = scan[index + 1] else { return false }
    if next.decimalDigit != nil || ["°", "º", "'", "′", "’"].contains(next) { return true }
    if [".", ","].contains(next) { return beginsFigures(scan, at: index + 2) }
    return isZero(next) && scan[index + 2]?.decimalDigit != nil
  }

  /// Whether the letter begins a number that carries its own hemisphere after it or stands after a point, so that it is
  /// no "ouest" itself.
  private static func leadsNumber(_ scan: TextScan, at index: Int) -> Bool {
    var place = index
    while let scalar = scan[place], isZero(scalar), place < index + mostZeros { place += 1 }
    guard scan[place]?.decimalDigit != nil || pointAndDigit(scan, at: place) else { return false }
    if scan[index - 1] == ".", scan[index - 2]?.decimalDigit != nil { return true }
    guard scan[index - 1]?.properties.isAlphabetic != true else { return false }
    let farthest = place + longestNumber
    while place < farthest, let scalar = scan[place],
      scalar.decimalDigit != nil || " .,°º'′’\"″".unicodeScalars.contains(scalar)
    {
      place += 1
    }
    return ["n", "s", "e", "w"].contains(scan[place]?.folded) && scan[place + 1]?.decimalDigit == nil
  }

  private static func beginsFigures(_ scan: TextScan, at index: Int) -> Bool {
    guard let scalar = scan[index] else { return false }
    return scalar.decimalDigit != nil || (isZero(scalar) && scan[index + 1]?.decimalDigit != nil)
  }

  private static func pointAndDigit(_ scan: TextScan, at index: Int) -> Bool {
    scan[index] == "." && scan[index + 1]?.decimalDigit != nil
  }

  private static func isZero(_ scalar: Unicode.Scalar) -> Bool { scalar == "O" || scalar == "o" }
}
