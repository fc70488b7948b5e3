/// The three digits of a maritime identity that name the administration that gave it.
///
/// Source: ITU, Table of Maritime Identification Digits (Radio Regulations, Appendix 43, resources kept up to date by the
/// ITU), as ISO 3166-1 two-letter codes of the country or territory.
public enum MaritimeIdentificationDigits {
  /// The ISO 3166 two-letter code of the digits, 201 to 775, or nil when they are not given to anyone.
  ///
  /// 232 to 235 give `GB`, 226 to 228 `FR`.
  public static func countryCode(_ digits: Int) -> String? {
    guard (first...last).contains(digits) else { return nil }
    return codes[digits - first]
  }

  private static let first = 201
  private static let last = 775

  private static let codes: [String?] = {
    var codes = [String?](repeating: nil, count: last - first + 1)
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      for word in words.dropFirst() {
        guard let digits = Int(word), (first...last).contains(digits) else { continue }
        codes[digits - first] = String(words[0])
      }
    }
    return codes
  }()
}
