import Foundation

/// A telephone number in the form of ITU-T E.164.
public struct PhoneNumber: Hashable, Sendable, Comparable {
  /// A plus, the country code and the rest: at most 15 digits.
  public let text: String

  /// A number from what somebody wrote: with blanks, points, hyphens and brackets; `00` or `+` before the country code.
  ///
  /// - Parameter countryCode: the digits of the country whose numbers begin with one 0 and no country code; nil when such numbers
  ///   cannot be placed, and are then none.
  ///
  /// Source: ITU-T E.164, 6.1: a country code of one to three digits that begins with 1 to 9, at most 15 digits in all; numbers
  /// of fewer than seven are no subscribers.
  public init?(_ raw: String, countryCode: String? = nil) {
    var isInternational = false
    var digits = ""
    for character in raw.trimmingPrefix("tel:") {
      if character == "+", digits.isEmpty, !isInternational {
        isInternational = true
      } else if character.isASCII, character.isNumber {
        digits.append(character)
      } else if !" .-/()\u{A0}".contains(character) {
        return nil
      }
    }
    if !isInternational, digits.hasPrefix("00") {
      (isInternational, digits) = (true, String(digits.dropFirst(2)))
    } else if isInternational, let place = raw.range(of: "(0)") {
      // The 0 in brackets is dialled only within the country.
      let before = raw[..<place.lowerBound].count { $0.isASCII && $0.isNumber }
      digits.remove(at: digits.index(digits.startIndex, offsetBy: before))
    }
    if !isInternational {
      guard let countryCode, digits.hasPrefix("0") else { return nil }
      digits = countryCode + digits.dropFirst()
    }
    guard (7...15).contains(digits.count), digits.first != "0" else { return nil }
    text = "+" + digits
  }

  /// By the digits.
  public static func < (first: PhoneNumber, second: PhoneNumber) -> Bool { first.text < second.text }
}
