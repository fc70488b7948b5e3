/// Puts tokens together into angles.
struct AngleAssembler {
  private let tokens: [Token]
  private var angles = [Angle]()
  private var current: Angle?
  /// Whether a separator came after the last number.
  private var separated = false
  /// Whether a word without meaning came after the last angle.
  private var broken = true

  private init(_ tokens: [Token]) { self.tokens = tokens }

  static func angles(_ tokens: [Token]) -> [Angle] {
    var assembler = AngleAssembler(tokens)
    for (index, token) in tokens.enumerated() { assembler.take(token, at: index) }
    assembler.finish()
    return assembler.angles
  }

  private mutating func take(_ token: Token, at index: Int) {
    switch token.kind {
    case .number(let number): takeNumber(number, token, index)
    case .joined(let numbers, by: let joint): takeJoined(numbers, joint, token)
    case .mark(let unit): takeMark(unit, token)
    case .hemisphere(let hemisphere): takeHemisphere(hemisphere, token, index)
    case .label(let axis):
      finish()
      current = Angle(label: axis, range: token.range)
    case .separator, .tightComma: separated = true
    case .filler: break
    case .fraction, .decimalWord, .numberWord, .word:
      finish()
      broken = true
    }
  }

  private mutating func takeNumber(_ number: WrittenNumber, _ token: Token, _ index: Int) {
    let mark = markAfter(index)
    if let angle = current, !angle.parts.isEmpty, !continues(angle, with: number, marked: mark) { finish() }
    var angle = current ?? Angle(range: token.range, followsSeparator: separated)
    angle.parts.append(Angle.Part(number: number))
    angle.range = angle.range.lowerBound..<token.range.upperBound
    current = angle
    separated = false
  }

  /// Whether a further number belongs to the angle, as its minutes or seconds.
  private func continues(_ angle: Angle, with number: WrittenNumber, marked mark: AngleUnit?) -> Bool {
    guard let last = angle.parts.last, angle.parts.count < 3, angle.joint == nil, number.sign == nil else {
      return false
    }
    guard last.number.isWhole, !(angle.hemisphere != nil && !angle.hemisphereIsPrefix) else { return false }
    let unit = last.unit ?? AngleUnit(rawValue: angle.parts.count - 1) ?? .seconds
    // The mark says what the number is; whether there can be so many minutes is judged later.
    if let mark { return mark.rawValue > unit.rawValue }
    guard number.magnitude < 60 else { return false }
    if unit == .seconds { return false }
    // After a comma only a marked number can still be part of the angle.
    return !separated
  }

  private mutating func takeJoined(_ numbers: [WrittenNumber], _ joint: Unicode.Scalar, _ token: Token) {
    if var angle = current, angle.parts.isEmpty {
      angle.range = angle.range.lowerBound..<token.range.upperBound
      current = angle
    } else {
      finish()
      current = Angle(range: token.range)
    }
    if joint == "-", numbers.count == 2, !numbers[0].isWhole {
      // "51.02-1.38": the hyphen parts two numbers rather than degrees and minutes.
      current?.parts = [Angle.Part(number: numbers[0])]
      finish()
      current = Angle(parts: [Angle.Part(number: numbers[1])], range: token.range)
      return
    }
    current?.parts = numbers.map { Angle.Part(number: $0) }
    current?.joint = joint
    separated = false
  }

  private mutating func takeMark(_ unit: AngleUnit, _ token: Token) {
    guard var angle = current, let last = angle.parts.last, last.unit == nil, !separated else { return }
    angle.parts[angle.parts.count - 1].unit = unit
    angle.range = angle.range.lowerBound..<token.range.upperBound
    current = angle
  }

  private mutating func takeHemisphere(_ hemisphere: Hemisphere, _ token: Token, _ index: Int) {
    let beforeNumber = separated && numberFollows(index)
    if var angle = current, !angle.parts.isEmpty, angle.hemisphere == nil, !beforeNumber,
      angle.label == nil || angle.label == hemisphere.axis
    {
      angle.hemisphere = hemisphere
      angle.range = angle.range.lowerBound..<token.range.upperBound
      current = angle
      finish()
    } else if let angle = current, angle.parts.isEmpty, angle.hemisphere == nil, angle.label != hemisphere.axis.other {
      current?.hemisphere = hemisphere
      current?.hemisphereIsPrefix = true
    } else {
      finish()
      current = Angle(hemisphere: hemisphere, hemisphereIsPrefix: true, range: token.range)
    }
    separated = false
  }

  private func markAfter(_ index: Int) -> AngleUnit? {
    guard index + 1 < tokens.count, case .mark(let unit) = tokens[index + 1].kind else { return nil }
    return unit
  }

  private func numberFollows(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    switch tokens[index + 1].kind {
    case .number, .joined: return true
    default: return false
    }
  }

  private mutating func finish() {
    defer { current = nil }
    guard var angle = current, !angle.parts.isEmpty else { return }
    angle.followsDirectly = !broken
    broken = false
    if angle.axis == nil, angle.parts.count == 2, !angle.isMarked, angle.joint == nil, standsAlone(angle) {
      // "51 1": two whole numbers and nothing else are two angles rather than degrees and minutes.
      for part in angle.parts {
        angles.append(Angle(parts: [part], range: angle.range, followsDirectly: angle.followsDirectly))
        angle.followsDirectly = true
      }
      return
    }
    angles.append(angle)
  }

  /// Whether no other number stands in the text.
  private func standsAlone(_ angle: Angle) -> Bool {
    tokens.allSatisfy { token in
      switch token.kind {
      case .number, .joined: angle.range.contains(token.range.lowerBound)
      default: true
      }
    }
  }
}
