/// Reads references to the national grid of Great Britain, the military grid and its zones.
enum GridReferences {
  static func read(_ scan: inout TextScan, into found: inout Findings) {
    var index = 0
    while index < scan.scalars.count {
      let apart = scan[index - 1].map { !$0.properties.isAlphabetic && $0.decimalDigit == nil && $0 != "." } ?? true
      guard apart, let reference = reference(scan, at: index) else {
        index += 1
        continue
      }
      let source = scan.piece(index..<reference.end)
      if let position = reference.position {
        found.add(
          PositionCandidate(
            position: position, form: reference.form, source: source, uncertaintyMetres: reference.uncertaintyMetres,
            doubts: reference.doubts))
      } else {
        found.add(.offTheEarth(source))
      }
      scan.take(index..<reference.end)
      index = reference.end
    }
  }

  private struct Reference {
    var position: Position?
    var form: PositionForm
    var uncertaintyMetres: Double
    var doubts: Set<PositionDoubt> = []
    var end: Int
  }

  private static func reference(_ scan: TextScan, at index: Int) -> Reference? {
    guard let scalar = scan[index] else { return nil }
    if scalar.decimalDigit != nil { return military(scan, at: index) }
    return scalar.isASCIILetter ? national(scan, at: index) : nil
  }

  /// `TR 330 415`, `TR330415`: two capitals and as many digits of easting as of northing, at least two each.
  private static func national(_ scan: TextScan, at index: Int) -> Reference? {
    var cursor = Cursor(scan, index)
    guard let letters = cursor.capitals(2), let corner = NationalGrid.corner(of: letters),
      let offset = cursor.offset(fewestDigits: 2)
    else { return nil }
    return Reference(
      position: NationalGrid.position(
        eastMetres: corner.eastMetres + offset.eastMetres, northMetres: corner.northMetres + offset.northMetres),
      form: .ordnanceSurveyGrid, uncertaintyMetres: offset.uncertaintyMetres + OSGB36.accuracyMetres,
      end: cursor.index)
  }

  /// `31U CS 85000 53000` or `31U 385000 5653000`.
  private static func military(_ scan: TextScan, at index: Int) -> Reference? {
    var cursor = Cursor(scan, index)
    guard let zone = cursor.number(digits: 1...2), let band = cursor.capitals(1)?.first else { return nil }
    let afterBand = cursor
    if let square = cursor.capitals(2), let offset = cursor.offset(fewestDigits: 2) {
      return Reference(
        position: MilitaryGrid.position(
          zone: zone, band: band, square: square, eastMetres: offset.eastMetres, northMetres: offset.northMetres),
        form: .militaryGrid, uncertaintyMetres: offset.uncertaintyMetres, end: cursor.index)
    }
    cursor = afterBand
    guard let east = cursor.metres(digits: 5...6), let north = cursor.metres(digits: 4...8) else { return nil }
    var reference = Reference(
      form: .universalTransverseMercator, uncertaintyMetres: 0.7, end: cursor.index)
    // "S" is a band of the northern hemisphere, but often stands for south.
    let asBand = MilitaryGrid.latitudes(ofBand: band)
    let northern = MilitaryGrid.position(zone: zone, southern: false, eastMetres: east, northMetres: north)
    let southern = MilitaryGrid.position(zone: zone, southern: true, eastMetres: east, northMetres: north)
    guard let asBand else { return reference }
    let inBand = [northern, southern].compactMap(\.self).first { asBand.contains($0.latitudeDegrees) }
    if let inBand {
      reference.position = inBand
      if band == "S" { reference.doubts = [.hemisphereAssumed] }
    } else if band == "N" || band == "S" {
      reference.position = band == "N" ? northern : southern
      if band == "S" { reference.doubts = [.hemisphereAssumed] }
    }
    return reference
  }
}

/// A place in a text that moves on over what it reads.
private struct Cursor {
  private let scan: TextScan
  private(set) var index: Int

  init(_ scan: TextScan, _ index: Int) {
    self.scan = scan
    self.index = index
  }

  private mutating func skipBlanks() {
    while let scalar = scan[index], scalar == " " || scalar == "\u{A0}" { index += 1 }
  }

  /// That many capitals, ending where letters end or digits begin.
  mutating func capitals(_ count: Int) -> [Unicode.Scalar]? {
    skipBlanks()
    var letters = [Unicode.Scalar]()
    for _ in 0..<count {
      guard let letter = scan[index], (0x41...0x5A).contains(letter.value) else { return nil }
      letters.append(letter)
      index += 1
    }
    if count == 2, scan[index]?.properties.isAlphabetic == true { return nil }
    return letters
  }

  mutating func number(digits allowed: ClosedRange<Int>) -> Int? {
    let digits = readDigits()
    guard allowed.contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + $1 }
  }

  /// Metres with a fraction or without, and the "m", "mE" or "mN" after them.
  mutating func metres(digits allowed: ClosedRange<Int>) -> Double? {
    skipBlanks()
    if scan[index] == "," {
      index += 1
      skipBlanks()
    }
    guard let whole = number(digits: allowed) else { return nil }
    var value = Double(whole)
    if scan[index] == ".", scan[index + 1]?.decimalDigit != nil {
      index += 1
      var place = 0.1
      for digit in readDigits() {
        value += Double(digit) * place
        place /= 10
      }
    }
    let end = index
    skipBlanks()
    var letters = 0
    while let letter = scan[index], ["m", "M", "E", "N"].contains(letter), letters < 2 {
      index += 1
      letters += 1
    }
    if letters == 0 || scan[index]?.properties.isAlphabetic == true { index = end }
    return value
  }

  /// Digits of easting and northing, as one even group or as two of equal length, to the middle of their square.
  mutating func offset(
    fewestDigits: Int
  ) -> (eastMetres: Double, northMetres: Double, uncertaintyMetres: Double)? {
    skipBlanks()
    var east = readDigits()
    var north = [Int]()
    let afterFirst = index
    skipBlanks()
    if scan[index]?.decimalDigit != nil {
      north = readDigits()
      // Two groups of unlike length: the second belongs to something else.
      if north.count != east.count {
        guard east.count.isMultiple(of: 2), east.count >= 2 * fewestDigits else { return nil }
        north = []
      }
    }
    if north.isEmpty {
      index = afterFirst
      guard east.count.isMultiple(of: 2) else { return nil }
      north = Array(east[(east.count / 2)...])
      east = Array(east[..<(east.count / 2)])
    }
    let follows = scan[index]
    guard (fewestDigits...5).contains(east.count), follows?.properties.isAlphabetic != true else { return nil }
    var squareMetres = 100_000.0
    for _ in east { squareMetres /= 10 }
    let metres = { (digits: [Int]) in (Double(digits.reduce(0) { $0 * 10 + $1 }) + 0.5) * squareMetres }
    return (metres(east), metres(north), squareMetres * 0.5 * 2.0.squareRoot())
  }

  private mutating func readDigits() -> [Int] {
    var digits = [Int]()
    while let digit = scan[index]?.decimalDigit, digits.count < 12 {
      digits.append(digit)
      index += 1
    }
    return digits
  }
}
