/// What a password costs to check: the parameters of scrypt.
///
/// Source: RFC 7914, section 2, and the OWASP Password Storage Cheat Sheet, which asks for at least N = 2^15, r = 8,
/// p = 3 or N = 2^17, p = 1; each check here takes 32 MiB, and checks run one at a time.
package struct PasswordCost: Sendable, Hashable, Codable {
  /// N, the number of rounds, a power of two; memory grows with it.
  package var rounds: Int
  /// r, the block size.
  package var blockSize: Int
  /// p, how often the whole is done.
  package var parallelism: Int

  package init(rounds: Int, blockSize: Int, parallelism: Int) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// What new passwords are stored with.
  package static let standard = PasswordCost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
}
