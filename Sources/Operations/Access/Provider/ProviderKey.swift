import Crypto
import CryptoExtras
import Foundation

/// A public key of a provider, as its key set states it (RFC 7517, RFC 7518, RFC 8037), with the one algorithm that it serves.
///
/// The algorithm follows from the key, never from the token: a token that asks for `none`, or for a keyed hash under a public
/// key, finds no key.
package struct ProviderKey: Sendable {
  /// The algorithms that are accepted.
  package enum Algorithm: String, Sendable {
    case rsa = "RS256"
    case p256 = "ES256"
    case edwards = "EdDSA"
  }

  private enum Material: Sendable {
    case rsa(_RSA.Signing.PublicKey)
    case p256(P256.Signing.PublicKey)
    case ed25519(Curve25519.Signing.PublicKey)
  }

  package let identifier: String?
  package let algorithm: Algorithm
  private let material: Material

  /// The most keys that are taken from a set.
  package static let mostKeys = 32
  /// The largest modulus of RSA, in bytes: a larger one only costs time.
  static let largestModulusBytes = 1024

  private struct Stated: Decodable {
    var kty: String
    var use: String?
    var alg: String?
    var kid: String?
    var crv: String?
    var n: String?
    var e: String?
    var x: String?
    var y: String?
  }

  private struct Set: Decodable {
    var keys: [Anything]
  }

  /// One key of a set; one that is not understood takes no other along.
  private struct Anything: Decodable {
    var stated: Stated?
    init(from decoder: any Decoder) throws { stated = try? Stated(from: decoder) }
  }

  /// The keys of a set that can verify a signature here.
  /// - Throws: `IdentityRefusal` when the bytes are no key set.
  package static func keys(of set: [UInt8]) throws(IdentityRefusal) -> [ProviderKey] {
    guard let stated = try? JSONDecoder().decode(Set.self, from: Data(set)) else { throw IdentityRefusal(.answer) }
    return stated.keys.prefix(mostKeys).compactMap { $0.stated.flatMap { ProviderKey($0) } }
  }

  private init?(_ stated: Stated) {
    guard stated.use == nil || stated.use == "sig" else { return nil }
    identifier = stated.kid
    switch (stated.kty, stated.crv) {
    case ("RSA", _):
      guard let n = stated.n.flatMap({ bytes(base64URL: $0) }), let e = stated.e.flatMap({ bytes(base64URL: $0) }),
        n.count <= Self.largestModulusBytes, e.count <= 8, let key = try? _RSA.Signing.PublicKey(n: n, e: e)
      else { return nil }
      material = .rsa(key)
      algorithm = .rsa
    case ("EC", "P-256"?):
      guard let x = stated.x.flatMap({ bytes(base64URL: $0) }), let y = stated.y.flatMap({ bytes(base64URL: $0) }),
        let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
      else { return nil }
      material = .p256(key)
      algorithm = .p256
    case ("OKP", "Ed25519"?):
      guard let x = stated.x.flatMap({ bytes(base64URL: $0) }),
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x)
      else { return nil }
      material = .ed25519(key)
      algorithm = .edwards
    default: return nil
    }
    if let alg = stated.alg, alg != algorithm.rawValue, !(algorithm == .edwards && alg == "Ed25519") { return nil }
  }

  func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    switch material {
    case .rsa(let key):
      key.isValidSignature(
        _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: message),
        padding: .insecurePKCS1v1_5)
    case .p256(let key):
      (try? P256.Signing.ECDSASignature(rawRepresentation: signature))
        .map { key.isValidSignature($0, for: SHA256.hash(data: message)) } ?? false
    case .ed25519(let key): key.isValidSignature(signature, for: message)
    }
  }
}
