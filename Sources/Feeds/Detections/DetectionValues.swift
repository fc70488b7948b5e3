import Geodesy

/// What one row or record says, by item, before it is judged.
struct DetectionValues {
  /// A value as it stood.
  enum Value {
    case text(String)
    case number(Double)
  }

  private var values: [Value?] = Array(repeating: nil, count: DetectionItem.allCases.count)
  /// The place, when a geometry says it rather than two items.
  var position: Position?
  /// How long the outline is that says the place, in metres; counts where no length is given.
  var outlineMetres: Double?
  /// Whether numbers have a decimal comma.
  var hasDecimalComma = false
  /// Whether a time without zone is UTC.
  var assumesUTC = false

  /// Keeps the first value that is not empty.
  mutating func put(_ value: Value, as item: DetectionItem) {
    if case .text(let text) = value, text.allSatisfy(\.isWhitespace) { return }
    if values[item.rawValue] == nil { values[item.rawValue] = value }
  }

  /// Whether the item was said.
  func has(_ item: DetectionItem) -> Bool { values[item.rawValue] != nil }

  /// The detection that the values make.
  func detection() throws(DetectionRefusal) -> Detection {
    let time = try moment()
    return Detection(
      time: time, position: try place(), accuracyMetres: try size(.accuracy),
      lengthMetres: try size(.length) ?? outlineMetres,
      widthMetres: try size(.width), confidence: try confidence(), label: text(.label), sensor: text(.sensor),
      image: text(.image), identifier: text(.identifier))
  }

  /// A moment of ISO 8601, or a count of seconds or milliseconds since 1970; of an interval its beginning.
  private func moment() throws(DetectionRefusal) -> Instant {
    switch values[DetectionItem.time.rawValue] {
    case nil: throw .noTime
    case .number(let number):
      // From 1973 to 2286 a count of seconds has nine or ten digits and one of milliseconds twelve or thirteen.
      switch number {
      case 1e8..<1e10: return Instant(millisecondsSince1970: Int64(number * 1_000))
      case 1e11..<1e13: return Instant(millisecondsSince1970: Int64(number))
      default: throw .badTime
      }
    case .text(let text):
      let start = text.prefix { $0 != "/" }
      if let moment = Instant.parse(String(start), assumingUTC: assumesUTC) { return moment }
      let epoch = Array(start.utf8).withUnsafeBytes { ReceiverTime.milliseconds(sinceEpoch: $0) }
      if let epoch { return Instant(millisecondsSince1970: epoch) }
      throw Instant.parse(String(start), assumingUTC: true) == nil ? .badTime : .noZone
    }
  }

  private func place() throws(DetectionRefusal) -> Position {
    if let position { return position }
    guard has(.latitude) || has(.longitude) else { throw .noPosition }
    guard let latitude = number(.latitude), let longitude = number(.longitude),
      let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
    else { throw .badPosition }
    return position
  }

  /// Metres, above zero.
  private func size(_ item: DetectionItem) throws(DetectionRefusal) -> Double? {
    guard has(item) else { return nil }
    guard let metres = number(item), metres >= 0, metres <= Self.metresMost else { throw .badNumber }
    return metres
  }

  /// More than the longest accuracy or craft that there is.
  private static let metresMost = 1e6

  private func confidence() throws(DetectionRefusal) -> Double? {
    let isPercent = has(.confidencePercent)
    guard isPercent || has(.confidence) else { return nil }
    guard let value = number(isPercent ? .confidencePercent : .confidence), 0...(isPercent ? 100 : 1) ~= value else {
      throw .badConfidence
    }
    return isPercent ? value / 100 : value
  }

  /// A finite number that is written in digits.
  private func number(_ item: DetectionItem) -> Double? {
    switch values[item.rawValue] {
    case nil: return nil
    case .number(let number): return number.isFinite ? number : nil
    case .text(let text):
      var plain = text.trimmingBlanks
      if hasDecimalComma { plain = plain.replacing(",", with: ".") }
      guard plain.utf8.allSatisfy({ 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }), let value = Double(plain),
        value.isFinite
      else { return nil }
      return value
    }
  }

  private func text(_ item: DetectionItem) -> String? {
    switch values[item.rawValue] {
    case nil: nil
    case .text(let text): text.trimmingBlanks
    case .number(let number): Int(exactly: number).map(String.init) ?? number.description
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    let front = drop { $0.isWhitespace }
    return String(front.prefix(upTo: front.lastIndex { !$0.isWhitespace }.map(front.index(after:)) ?? front.startIndex))
  }
}
