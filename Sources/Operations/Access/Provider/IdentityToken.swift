import Crypto
import Foundation
package import Geodesy

/// An identity token (OpenID Connect Core 1.0, section 2), read but not yet believed.
package struct IdentityToken: Sendable {
  /// The longest token that is read, in bytes.
  package static let largestBytes = 16 << 10
  /// How far the provider's clock may be from this one.
  package static let clockSkewMilliseconds: Int64 = 120_000
  /// How old a token may be, whatever it says of its end.
  static let oldestMilliseconds: Int64 = 600_000
  /// The longest subject (Core, section 2).
  static let longestSubject = 255

  struct Header: Decodable {
    var alg: String
    var kid: String?
    var crit: [String]?
  }

  struct Claims: Decodable {
    var iss: String
    var sub: String
    var aud: Audience
    var azp: String?
    var exp: Double
    var iat: Double
    var nbf: Double?
    var nonce: String?
    var accessTokenHash: String?

    private enum CodingKeys: String, CodingKey {
      case iss, sub, aud, azp, exp, iat, nbf, nonce
      case accessTokenHash = "at_hash"
    }
  }

  /// One audience or several.
  struct Audience: Decodable {
    var names: [String]
    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      names = try (try? value.decode(String.self)).map { [$0] } ?? value.decode([String].self)
    }
  }

  /// What a sign-in expects of its token.
  package struct Expected: Sendable {
    package var issuer: String
    package var client: String
    package var nonce: String
    /// The access token that came along.
    package var accessToken: String?
    package var now: Instant

    package init(issuer: String, client: String, nonce: String, accessToken: String?, now: Instant) {
      self.issuer = issuer
      self.client = client
      self.nonce = nonce
      self.accessToken = accessToken
      self.now = now
    }
  }

  let header: Header
  let claims: Claims
  private let signed: [UInt8]
  private let signature: [UInt8]

  /// The name of the key that is said to have signed it.
  package var keyIdentifier: String? { header.kid }

  /// Reads a token in the compact form.
  package init(_ text: String) throws(IdentityRefusal) {
    guard text.utf8.count <= Self.largestBytes else { throw IdentityRefusal(.form) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let head = bytes(base64URL: parts[0]), let body = bytes(base64URL: parts[1]),
      let signature = bytes(base64URL: parts[2]),
      let header = try? JSONDecoder().decode(Header.self, from: Data(head)), header.crit == nil
    else { throw IdentityRefusal(.form) }
    guard ProviderKey.Algorithm(rawValue: header.alg) != nil else { throw IdentityRefusal(.algorithm) }
    guard let claims = try? JSONDecoder().decode(Claims.self, from: Data(body)) else { throw IdentityRefusal(.form) }
    self.header = header
    self.claims = claims
    self.signature = signature
    signed = Array(text.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
  }

  /// Whether one of these keys may have signed it.
  package func isSigned(byOneOf keys: [ProviderKey]) -> Bool { !candidates(keys).isEmpty }

  private func candidates(_ keys: [ProviderKey]) -> [ProviderKey] {
    keys.filter { key in
      key.algorithm.rawValue == header.alg && (header.kid == nil || key.identifier == header.kid)
    }
  }

  /// Checks the signature and every claim (Core, section 3.1.3.7).
  ///
  /// - Returns: the subject, which is believed now.
  package func subject(keys: [ProviderKey], _ expected: Expected) throws(IdentityRefusal) -> String {
    let keys = candidates(keys)
    guard !keys.isEmpty else { throw IdentityRefusal(.key) }
    guard keys.contains(where: { $0.verifies(signature, of: signed) }) else { throw IdentityRefusal(.signature) }
    guard claims.iss == expected.issuer else { throw IdentityRefusal(.issuer) }
    guard claims.aud.names.contains(expected.client),
      claims.azp.map({ $0 == expected.client }) ?? (claims.aud.names.count == 1)
    else { throw IdentityRefusal(.audience) }
    try checkTimes(expected.now)
    guard let nonce = claims.nonce, equalInConstantTime(Array(nonce.utf8), Array(expected.nonce.utf8)) else {
      throw IdentityRefusal(.nonce)
    }
    if let stated = claims.accessTokenHash {
      guard let accessToken = expected.accessToken, stated == hash(ofAccessToken: accessToken) else {
        throw IdentityRefusal(.accessToken)
      }
    }
    guard !claims.sub.isEmpty, claims.sub.utf8.count <= Self.longestSubject else { throw IdentityRefusal(.form) }
    return claims.sub
  }

  private func checkTimes(_ now: Instant) throws(IdentityRefusal) {
    let now = Double(now.millisecondsSince1970) / 1000
    let skew = Double(Self.clockSkewMilliseconds) / 1000
    let isCurrent = claims.exp > now - skew && claims.iat < now + skew && (claims.nbf ?? 0) < now + skew
    guard isCurrent, now - claims.iat < Double(Self.oldestMilliseconds) / 1000 + skew else {
      throw IdentityRefusal(.time)
    }
  }

  /// The left half of the hash of the access token, in the hash of the signature (Core, section 3.1.3.6). Ed25519 hashes
  /// with SHA-512.
  private func hash(ofAccessToken token: String) -> String {
    let data = Data(token.utf8)
    return header.alg == ProviderKey.Algorithm.edwards.rawValue
      ? base64URL(Array(SHA512.hash(data: data).prefix(32))) : base64URL(Array(SHA256.hash(data: data).prefix(16)))
  }
}
