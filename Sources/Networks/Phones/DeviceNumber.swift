/// The number of a mobile device (IMEI) with its check digit.
public struct DeviceNumber: Hashable, Sendable {
  /// Fifteen digits.
  public let text: String

  /// A number from what somebody wrote, with blanks, hyphens and strokes.
  ///
  /// Fourteen digits get their check digit; of the sixteen of an IMEISV the last two are the software's and are left out.
  /// Nil for another count, or when the check digit is wrong. 49-015420-323751-8 is right.
  ///
  /// Source: 3GPP TS 23.003, 6.2 and annex B (Luhn's check digit).
  public init?(_ raw: String) {
    var digits = [Int]()
    for byte in raw.utf8 where ![32, 45, 47].contains(byte) {
      guard byte >= 48, byte <= 57, digits.count < 16 else { return nil }
      digits.append(Int(byte - 48))
    }
    guard (14...16).contains(digits.count) else { return nil }
    let body = digits.prefix(14)
    let check = Self.checkDigit(of: Array(body))
    if digits.count == 15, digits[14] != check { return nil }
    // A device with no number of its own shows noughts; they tell nobody apart.
    guard body.contains(where: { $0 != 0 }) else { return nil }
    text = (body + [check]).map(String.init).joined()
  }

  /// The digit that makes fourteen others right.
  static func checkDigit(of body: [Int]) -> Int {
    let sum = body.enumerated().reduce(0) { sum, next in
      let value = next.offset % 2 == 1 ? 2 * next.element : next.element
      return sum + value / 10 + value % 10
    }
    return (10 - sum % 10) % 10
  }
}
