/// One phrase such as `12 miles south-west of Dover`, as it is read word by word.
struct RelativePhrase {
  private let words: RelativeWords
  private let places: [NamedPlace]
  private(set) var start: Int
  private(set) var end: Int
  private var metres: Double?
  private var metresSpread = 0.0
  private var bearing: Double?
  private var bearingSpread: Double?
  private var bearingWord = false
  private var reference = false
  private var isFromCraft = false
  private var near = false
  private var name = [String]()
  private var matches = [NamedPlace]()
  /// Whether a bearing came before, after which a number of three figures "from" a place is one more.
  private let afterBearing: Bool

  init(_ words: RelativeWords, at index: Int, _ places: [NamedPlace], afterBearing: Bool = false) {
    self.afterBearing = afterBearing
    self.words = words
    self.places = places
    start = index
    end = index
  }

  /// Whether it tells a direction.
  var hasBearing: Bool { bearing != nil }

  /// Reads a phrase that begins here, or says that none does.
  mutating func read() -> Bool {
    if Self.nearWords.contains(words.text(start)), readNear() { return true }
    var index = start
    while let next = readPart(at: index) { index = next }
    guard index > start, metres != nil || bearing != nil else { return false }
    end = index
    if let after = readPreposition(at: index) {
      guard readName(at: after) else { return bearingWord && keepWithout() }
      readTrailing()
      return true
    }
    if bearing != nil, bearingWord, readNameBefore() { return true }
    return bearingWord && keepWithout()
  }

  /// A direction of which nobody said from where is kept all the same.
  private mutating func keepWithout() -> Bool { bearing != nil }

  private mutating func readPart(at index: Int) -> Int? {
    var index = index
    if index > start { while Self.glue.contains(words.text(index)) || isComma(index) { index += 1 } }
    if metres == nil, let next = readDistance(at: index) { return next }
    if bearing == nil, let next = readBearing(at: index) { return next }
    if bearing == nil, metres != nil, let direction = RelativeWords.direction(words, at: index) {
      (bearing, bearingSpread) = (direction.degrees, direction.spread)
      return direction.end
    }
    return nil
  }

  private func isComma(_ index: Int) -> Bool {
    words.indices.contains(index) && words[index].isSeparator && words[index].text == ","
  }

  private mutating func readDistance(at index: Int) -> Int? {
    guard words.indices.contains(index) else { return nil }
    var next = index + 1
    let value: Double
    let spread: Double
    if let number = words[index].number, number.sign == nil {
      (value, spread) = (number.magnitude, Self.halfOfLastFigure(number))
    } else if ["half", "demi"].contains(words[index].text) {
      (value, spread) = (0.5, 0.25)
      while ["a", "an", "of"].contains(words.text(next)) { next += 1 }
    } else {
      return nil
    }
    guard let unit = RelativeWords.distanceUnit(words, at: next), value * unit.metres < 2e7 else { return nil }
    metres = value * unit.metres
    metresSpread = spread * unit.metres
    return unit.end
  }

  /// Half of the last figure that is not zero: 5 of 10, 0.5 of 12, 0.05 of 1.5.
  private static func halfOfLastFigure(_ number: WrittenNumber) -> Double {
    if number.addedFraction > 0 { return 0.25 }
    if !number.fractionDigits.isEmpty {
      return number.fractionDigits.reduce(0.5) { value, _ in value / 10 }
    }
    var place = 0.5
    for figure in number.integerDigits.reversed() {
      guard figure == "0" else { return place }
      place *= 10
    }
    return 0.5
  }

  private mutating func readBearing(at index: Int) -> Int? {
    var index = index
    var said = false
    while Self.bearingWords.contains(words.text(index))
      || (said && ["is", "of", "au", "a", "de"].contains(words.text(index)))
    {
      said = true
      index += 1
    }
    while said, words.indices.contains(index), words[index].isSeparator, words[index].text != "\n" { index += 1 }
    guard words.indices.contains(index), let number = words[index].number, number.sign == nil,
      number.magnitude <= 360
    else { return nil }
    var next = index + 1
    var marked = false
    while ["degrees", "degree", "degres", "deg", "°", "d"].contains(words.text(next)) {
      marked = true
      next += 1
    }
    var referenceSaid = false
    if ["true", "t", "vrai", "vrais"].contains(words.text(next)) {
      referenceSaid = true
      next += 1
    }
    // "234 degrees from Dover" is a direction; "51 degrees north" is none.
    let preposition = ["from", "depuis", "de", "du", "of"].contains(words.text(next)) || commaAndDistance(at: next)
    guard said || referenceSaid || ((marked || afterBearing) && preposition && number.integerDigits.count == 3) else {
      return nil
    }
    if ["magnetic", "magnetique", "magnetiques", "mag"].contains(words.text(next)) { next += 1 }
    reference = referenceSaid
    bearingWord = said || referenceSaid
    bearing = number.magnitude == 360 ? 0 : number.magnitude
    return next
  }

  private func commaAndDistance(at index: Int) -> Bool {
    let next = isComma(index) ? index + 1 : index
    guard words.indices.contains(next), words[next].number != nil else { return false }
    return RelativeWords.distanceUnit(words, at: next + 1) != nil
  }

  private func readPreposition(at index: Int) -> Int? {
    var index = index
    var found = false
    while Self.glue.contains(words.text(index)), index < end + 3 { index += 1 }
    if ["away", "offshore", "au"].contains(words.text(index)) { index += 1 }
    if words.text(index) == "large" { index += 1 }
    while Self.prepositions.contains(words.text(index))
      || (found && ["la", "le", "l", "the", "les", "a"].contains(words.text(index)))
    {
      found = true
      index += 1
    }
    return found ? index : nil
  }

  private mutating func readName(at index: Int) -> Bool {
    // A name that is known is taken whole; else the words up to the next number, sign or stop.
    if takeKnownName(at: index) { return true }
    var place = index
    while place < words.count, place < index + Self.mostNameWords, words[place].number == nil,
      !words[place].isSeparator, !Self.stops.contains(words[place].text)
    {
      name.append(words[place].text)
      place += 1
    }
    guard let first = name.first, first.unicodeScalars.contains(where: \.properties.isAlphabetic),
      !Self.measures.contains(first)
    else {
      name = []
      return false
    }
    end = place
    return true
  }

  private mutating func takeKnownName(at index: Int) -> Bool {
    var longest = 0
    var found = [NamedPlace]()
    for place in places {
      for known in place.foldedNames where known.count >= longest && index + known.count <= words.count {
        guard known.indices.allSatisfy({ words.text(index + $0) == known[$0] }) else { continue }
        if known.count > longest { found = [] }
        longest = known.count
        if !found.contains(place) { found.append(place) }
      }
    }
    guard longest > 0 else { return false }
    matches = found
    name = (index..<index + longest).map { words.text($0) }
    end = index + longest
    return true
  }

  /// "Dover bearing 234", as somebody on board sees Dover.
  private mutating func readNameBefore() -> Bool {
    guard start > 0 else { return false }
    for length in stride(from: min(3, start), through: 1, by: -1) {
      let kept = end
      let place = start - length
      if takeKnownName(at: place), end == start {
        isFromCraft = true
        (start, end) = (place, kept)
        return true
      }
      (end, name, matches) = (kept, [], [])
    }
    guard Self.kinds.contains(words.text(start - 1)) else { return false }
    name = [words.text(start - 1)]
    isFromCraft = true
    start -= 1
    return true
  }

  /// "bearing 234 from Dover, distance 12 miles"
  private mutating func readTrailing() {
    guard metres == nil else { return }
    var index = end
    while index < end + 4, Self.glue.contains(words.text(index)) || isComma(index) { index += 1 }
    if let next = readDistance(at: index) { end = next }
  }

  private mutating func readNear() -> Bool {
    var index = start + 1
    while ["to", "of", "de", "du", "des", "the", "la", "le", "les", "l", "d"].contains(words.text(index)) { index += 1 }
    guard takeKnownName(at: index) || Self.kinds.contains(words.text(index)) else { return false }
    if matches.isEmpty {
      name = [words.text(index)]
      end = index + 1
    }
    near = true
    return true
  }

  /// The phrase as a relation with its doubts.
  func relation(source: String) -> RelativePosition {
    var doubts = Set<RelativeDoubt>()
    if matches.isEmpty {
      doubts.insert(name.contains(where: Self.kinds.contains) ? .severalPlaces : .placeUnknown)
    } else if matches.count > 1 {
      doubts.insert(.severalPlaces)
    }
    if metres == nil { doubts.insert(.noDistance) } else { doubts.insert(.judgedDistance) }
    if bearing == nil { doubts.insert(.noDirection) }
    if bearing != nil, bearingSpread == nil, !reference { doubts.insert(.trueOrMagnetic) }
    let finder = isFromCraft ? nil : matches.first?.directionFinderSpreadDegrees
    return RelativePosition(
      source: source, placeName: name.joined(separator: " "), places: matches, distanceMetres: metres,
      distanceSpreadMetres: metresSpread, bearingDegrees: bearing,
      bearingSpreadDegrees: bearingSpread ?? finder ?? RelativePosition.bearingSpreadDegrees, isFromCraft: isFromCraft,
      doubts: doubts)
  }
}
