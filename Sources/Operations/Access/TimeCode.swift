import Crypto
import Foundation
import Geodesy

/// Six digits that an authenticator derives from a shared secret and the time.
///
/// Source: RFC 6238 (steps of 30 seconds since 1970, SHA-1) over RFC 4226, section 5.3 (truncation).
enum TimeCode {
  static let digits = 6
  static let stepMilliseconds: Int64 = 30_000
  static let secretBytes = 20
  /// How many steps the two clocks may differ by, either way.
  static let drift: Int64 = 1

  /// The step that a time lies in.
  static func step(at now: Instant) -> Int64 { now.millisecondsSince1970 / stepMilliseconds }

  /// The code of a step.
  ///
  /// - Parameter digits: how many decimal digits; the vectors of RFC 6238 have eight.
  static func code(_ secret: [UInt8], step: Int64, digits: Int = digits) -> String {
    let counter = withUnsafeBytes(of: step.bigEndian) { Data($0) }
    let hash = [UInt8](
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(hash[hash.count - 1] & 0xF)
    let word = hash[offset..<offset + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let modulus = (0..<digits).reduce(1 as UInt64) { power, _ in power * 10 }
    let text = String(UInt64(word) % modulus)
    return String(repeating: "0", count: digits - text.count) + text
  }

  /// The step whose code was typed, when it is near the present one and after the last that was used.
  static func match(_ typed: String, secret: [UInt8], at now: Instant, after spent: Int64?) -> Int64? {
    let figures = typed.utf8.filter { $0 != UInt8(ascii: " ") }
    guard figures.count == digits else { return nil }
    let present = step(at: now)
    // Every candidate is compared, so the time does not tell which one it was.
    var matched: Int64?
    for candidate in (present - drift)...(present + drift) {
      let isEqual = equalInConstantTime(figures, Array(code(secret, step: candidate).utf8))
      if isEqual, candidate > spent ?? .min { matched = candidate }
    }
    return matched
  }

  /// The link by which an authenticator takes over a secret.
  static func link(_ secret: [UInt8], person: String, centre: String) -> String {
    var unreserved = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
    unreserved.insert(charactersIn: "-._~")
    let issuer = centre.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "Foreland"
    let account = person.addingPercentEncoding(withAllowedCharacters: unreserved) ?? person
    return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.standard.encode(secret))&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=\(digits)&period=\(stepMilliseconds / 1000)"
  }
}
