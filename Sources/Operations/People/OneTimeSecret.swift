import Crypto
import Foundation
import Geodesy
import Ledger
import Marking

/// A one-time secret as it is stored: its hash and its end. 128 random bits need no slow hash.
struct StoredSecret: Sendable, Hashable {
  let digest: String
  let expiresAt: Instant

  /// Makes a secret: the text for the person, and what is stored of it.
  static func make(_ surroundings: Surroundings, lifeMilliseconds: Int64) -> (text: String, stored: StoredSecret) {
    let bytes = surroundings.randomBytes(16)
    let symbols = Base32.crockford.encode(bytes)
    // 26 symbols: four groups of five and one of six.
    let groups = (0..<5).map { group in
      String(symbols.dropFirst(5 * group).prefix(group == 4 ? 6 : 5))
    }
    let expiresAt = surroundings.now().adding(milliseconds: lifeMilliseconds)
    return (groups.joined(separator: "-"), StoredSecret(digest: digest(of: bytes), expiresAt: expiresAt))
  }

  /// The hash of a secret as typed: hyphens, blanks and case do not matter, and O and I read as 0 and 1.
  ///
  /// - Returns: nil when the text cannot be a secret.
  static func digest(ofTyped typed: String) -> String? {
    guard typed.utf8.count <= 64, let bytes = Base32.crockford.decode(typed), bytes.count == 16 else { return nil }
    return digest(of: bytes)
  }

  private static func digest(of bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: Data("foreland one-time secret ".utf8) + bytes))
  }

  struct Issued: Fact {
    static let kind = "secret.issued"
    var person: PersonName
    var digest: String
    var expiresAt: Instant
    var aggregate: String { subject(of: person) }
  }

  struct Used: Fact {
    static let kind = "secret.used"
    var person: PersonName
    var digest: String
    var aggregate: String { subject(of: person) }
  }

  func draft(for person: PersonName, _ ground: Ground) throws -> EntryDraft {
    let fact = Issued(person: person, digest: digest, expiresAt: expiresAt)
    return try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))
  }
}

/// Bytes as small hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
