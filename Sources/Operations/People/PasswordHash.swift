import Crypto
import CryptoExtras
import Foundation
import Ledger

/// A password as it is stored: a salted scrypt hash with the parameters that made it.
struct PasswordHash: Sendable, Hashable, Codable {
  let cost: PasswordCost
  let salt: [UInt8]
  let hash: [UInt8]

  static let hashBytes = 32
  static let saltBytes = 16

  /// Hashes a password; takes as long and as much memory as the cost says.
  static func make(_ password: String, cost: PasswordCost, salt: [UInt8]) throws -> PasswordHash {
    PasswordHash(cost: cost, salt: salt, hash: try derive(password, cost, salt))
  }

  /// A hash that no password has, to spend the same time on a name that nobody bears.
  static func ofNobody(cost: PasswordCost, _ surroundings: Surroundings) -> PasswordHash {
    PasswordHash(
      cost: cost, salt: surroundings.randomBytes(saltBytes), hash: surroundings.randomBytes(hashBytes))
  }

  /// Whether the password is the one; compares every byte whatever differs first.
  func matches(_ password: String) throws -> Bool {
    equalInConstantTime(try Self.derive(password, cost, salt), hash)
  }

  /// The part of a payload that keeps the hash, sealed for its person.
  func part(of person: PersonName) throws -> PayloadPart {
    PayloadPart(
      name: PartName.credential, subjects: [subject(of: person)], bytes: [UInt8](try JSONEncoder.sorted.encode(self)))
  }

  /// The characters that look alike count as one (Unicode compatibility form), so that a password typed on another
  /// keyboard is the same.
  private static func derive(_ password: String, _ cost: PasswordCost, _ salt: [UInt8]) throws -> [UInt8] {
    let typed = Data(password.precomposedStringWithCompatibilityMapping.utf8)
    let key = try KDF.Scrypt.deriveKey(
      from: typed, salt: salt, outputByteCount: hashBytes, rounds: cost.rounds, blockSize: cost.blockSize,
      parallelism: cost.parallelism)
    return key.withUnsafeBytes { [UInt8]($0) }
  }
}

/// Whether two byte strings are equal, in a time that does not tell where they differ.
func equalInConstantTime(_ first: [UInt8], _ second: [UInt8]) -> Bool {
  guard first.count == second.count else { return false }
  var difference: UInt8 = 0
  for (one, other) in zip(first, second) { difference |= one ^ other }
  return difference == 0
}
