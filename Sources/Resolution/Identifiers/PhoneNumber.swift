/// Telephone numbers after ITU-T E.164: a plus, the country code, the national number, at most 15 digits.
enum PhoneNumber {
  static func read(_ text: String, callingCode: Int?) throws(IdentifierFault) -> IdentifierReading {
    var notes: [String] = []
    var (digits, isInternational) = (String(), false)
    let body = withoutExtension(text, &notes)
    let bare = body.replacing("(0)", with: "")
    for scalar in bare.unicodeScalars {
      if let value = IdentifierCharacters.digit(scalar) {
        digits += "\(value)"
      } else if scalar == "+" || scalar == "＋", digits.isEmpty {
        isInternational = true
      } else if scalar.properties.isAlphabetic {
        throw IdentifierFault(kind: .phone, reason: "it has letters")
      }
    }
    if !isInternational, digits.hasPrefix("00") {
      digits.removeFirst(2)
      isInternational = true
    }
    if !isInternational {
      guard let callingCode else {
        throw IdentifierFault(kind: .phone, reason: "it has no country code and none is assumed")
      }
      digits = national(digits, callingCode)
      notes.append("country code \(callingCode) assumed")
    }
    guard let code = code(of: digits) else {
      throw IdentifierFault(kind: .phone, reason: "no country has the code that it begins with")
    }
    let count = digits.count - "\(code)".count
    let lengths = lengths[code] ?? 4...(15 - "\(code)".count)
    guard lengths.contains(count), digits.count <= 15 else {
      throw IdentifierFault(
        kind: .phone,
        reason: "after +\(code) it has \(count) digits; \(lengths.lowerBound) to \(lengths.upperBound) are expected")
    }
    return IdentifierReading(.phone, "+" + digits, notes: notes)
  }

  /// The country code and the number behind it of an E.164 number without its plus.
  static func parts(of digits: Substring) -> (code: Int, national: Substring)? {
    guard let code = code(of: String(digits.prefix(3))) else { return nil }
    return (code, digits.dropFirst("\(code)".count))
  }

  /// The country code that most of the texts say that say one; nil when none does.
  static func usualCallingCode(of texts: [String]) -> Int? {
    var counts = [Int: Int]()
    for text in texts {
      guard let reading = try? read(asInternational(text), callingCode: nil) else { continue }
      if let (code, _) = parts(of: reading.canonical.dropFirst()) { counts[code, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// A number of eleven digits or more whose first is no 0, with the plus that tables lose.
  static func asInternational(_ text: String) -> String {
    let isBare = text.utf8.count { $0.isASCIIDigit } >= 11 && text.utf8.allSatisfy { $0 < 0x80 }
    guard isBare, let first = text.utf8.first, (49...57).contains(first) else { return text }
    return "+" + text
  }

  /// The form in which numbers are compared: `+44 7700900123` with the country where it is known, else `7700900123`.
  ///
  /// - Parameter callingCode: the country of numbers that say none, or nil when that is not known.
  /// - Returns: nil when there are fewer than three digits.
  static func comparable(_ text: String, callingCode: Int?) -> String? {
    if let reading = try? read(asInternational(text), callingCode: callingCode),
      let (code, national) = parts(of: reading.canonical.dropFirst())
    {
      return "+\(code) \(national)"
    }
    let digits = text.unicodeScalars.compactMap(IdentifierCharacters.digit)
    return digits.count < 3 ? nil : digits.drop { $0 == 0 }.map(String.init).joined()
  }

  /// A national number with its country code: without the 0 (in some countries the 8 or nothing) that is dialled
  /// before it.
  private static func national(_ digits: String, _ code: Int) -> String {
    var rest = digits
    if code != 39, rest.hasPrefix("0") { rest.removeFirst() }
    if code == 7, rest.count == 11, rest.hasPrefix("8") { rest.removeFirst() }
    if code == 1, rest.count == 11, rest.hasPrefix("1") { rest.removeFirst() }
    return "\(code)" + rest
  }

  private static func withoutExtension(_ text: String, _ notes: inout [String]) -> String {
    let small = text.lowercased()
    for word in ["ext", "x", "#"] {
      guard let range = small.firstRange(of: word) else { continue }
      notes.append("an extension was left out")
      return String(small[..<range.lowerBound])
    }
    return small
  }

  private static func code(of digits: String) -> Int? {
    (1...3).lazy.compactMap { Int(digits.prefix($0)) }.first { codes.contains($0) }
  }

  /// The country codes that ITU has given out (list of ITU-T E.164 assigned country codes).
  private static let codes: Set<Int> = {
    var codes: Set<Int> = [1, 7, 20, 27, 81, 82, 84, 86, 98]
    for range in [30...34, 36...36, 39...41, 43...49, 51...58, 60...66, 90...95] { codes.formUnion(range) }
    for range in [
      211...213, 216...216, 218...218, 220...258, 260...269, 290...291, 297...299, 350...359, 370...378, 380...383,
      385...387,
      389...389, 420...421, 423...423, 500...509, 590...599, 670...670, 672...683, 685...692, 800...800, 808...808,
      850...850,
      852...853, 855...856, 870...870, 878...878, 880...883, 886...886, 888...888, 960...968, 970...977, 979...979,
      992...996,
      998...998,
    ] { codes.formUnion(range) }
    return codes
  }()

  /// How many digits follow the country code, where the numbering plan is known here.
  private static let lengths: [Int: ClosedRange<Int>] = [
    1: 10...10, 7: 10...10, 20: 8...10, 27: 9...9, 30: 10...10, 31: 9...11, 32: 8...9, 33: 9...9, 34: 9...9, 36: 8...9,
    39: 6...11,
    40: 9...9, 41: 9...9, 43: 4...13, 44: 7...10, 45: 8...8, 46: 6...10, 47: 5...8, 48: 9...9, 49: 5...13, 84: 7...10,
    86: 5...12,
    90: 7...10, 91: 10...10, 92: 8...10, 93: 9...9, 98: 6...10, 211: 9...9, 212: 9...9, 213: 8...9, 216: 8...8,
    218: 8...9,
    249: 9...9, 251: 9...9, 252: 5...9, 291: 7...7, 353: 7...11, 355: 3...9, 359: 7...9, 380: 9...9, 381: 4...12,
    383: 8...9,
    961: 7...8, 962: 5...9, 963: 8...10, 964: 8...10, 965: 7...8, 966: 8...9, 967: 6...9, 968: 7...8, 970: 8...9,
    971: 7...9,
    972: 8...9, 992: 9...9, 998: 9...9,
  ]
}
