import Crypto
import Foundation
package import Geodesy

/// Sign-ins that were sent to the provider and wait for its answer, by their state.
package struct PendingSignIns: Sendable {
  /// One of them.
  package struct Pending: Sendable {
    package var nonce: String
    /// What proves to the provider that the code is redeemed by whoever asked for it (RFC 7636).
    package var verifier: String
    /// What only the browser that began holds.
    package var browser: String
    package var expiresAt: Instant

    /// What the provider is told of the verifier beforehand (S256).
    package var challenge: String { base64URL([UInt8](SHA256.hash(data: Data(verifier.utf8)))) }
  }

  /// How long someone may take at the provider.
  package static let lifeMilliseconds: Int64 = 600_000
  /// The most that wait at once; the oldest makes room.
  package static let most = 1_000

  private var byState: [String: Pending] = [:]

  package init() {}

  /// Begins one with randomness of its own.
  /// - Returns: its state.
  package mutating func begin(_ surroundings: Surroundings) -> (state: String, pending: Pending) {
    let now = surroundings.now()
    byState = byState.filter { $0.value.expiresAt > now }
    if byState.count >= Self.most, let oldest = byState.min(by: { $0.value.expiresAt < $1.value.expiresAt }) {
      byState[oldest.key] = nil
    }
    func random() -> String { base64URL(surroundings.randomBytes(32)) }
    let pending = Pending(
      nonce: random(), verifier: random(), browser: random(), expiresAt: now.adding(milliseconds: Self.lifeMilliseconds)
    )
    let state = random()
    byState[state] = pending
    return (state, pending)
  }

  /// Takes one out: an answer counts once, whatever comes of it.
  package mutating func take(_ state: String, browser: String?, at now: Instant) throws(IdentityRefusal) -> Pending {
    guard let pending = byState.removeValue(forKey: state), pending.expiresAt > now else {
      throw IdentityRefusal(.state)
    }
    guard let browser, equalInConstantTime(Array(browser.utf8.prefix(128)), Array(pending.browser.utf8)) else {
      throw IdentityRefusal(.browser)
    }
    return pending
  }
}
