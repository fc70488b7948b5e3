/// Bank accounts: international numbers with their check (ISO 13616, ISO 7064), and national ones as they stand.
enum BankAccountNumber {
  static func readIBAN(_ characters: String) throws(IdentifierFault) -> IdentifierReading {
    let body = characters.hasPrefix("IBAN") ? String(characters.dropFirst(4)) : characters
    let country = String(body.prefix(2))
    guard body.count >= 5, country.allSatisfy(\.isLetter), IdentifierCharacters.areDigits(body.dropFirst(2).prefix(2))
    else {
      throw IdentifierFault(kind: .iban, reason: "two letters and two check digits are expected first")
    }
    guard let length = lengths[country] else {
      throw IdentifierFault(kind: .iban, reason: "no country of the IBAN registry has the letters \(country)")
    }
    guard body.count == length else {
      throw IdentifierFault(kind: .iban, reason: "it has \(body.count) characters; \(country) has \(length)")
    }
    return IdentifierReading(.iban, body, check: remainder(body) == 1 ? .holds : .fails)
  }

  /// The first four characters moved to the end, letters as two digits, the whole modulo 97: 1 when the check holds.
  private static func remainder(_ body: String) -> Int {
    var remainder = 0
    for character in body.dropFirst(4) + body.prefix(4) {
      let value = IdentifierCharacters.value(character) ?? 0
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    return remainder
  }

  static func read(_ characters: String) throws(IdentifierFault) -> IdentifierReading {
    guard 5...34 ~= characters.count else {
      throw IdentifierFault(kind: .account, reason: "it has \(characters.count) characters; 5 to 34 are expected")
    }
    if characters.count >= 15, let reading = try? readIBAN(characters) { return reading }
    return IdentifierReading(.account, characters)
  }

  /// Lengths by country, from the IBAN registry.
  private static let lengths: [String: Int] = {
    let text = """
      AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 \
      ES24 FI18 FK18 FO18 \
      FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 \
      LU20 LV21 LY25 MC27 \
      MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 \
      SE24 SI19 SK24 SM27 \
      SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
      """
    return Dictionary(
      uniqueKeysWithValues: text.split(separator: " ").map { (String($0.prefix(2)), Int($0.dropFirst(2)) ?? 0) })
  }()
}
