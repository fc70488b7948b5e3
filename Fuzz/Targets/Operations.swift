import Geodesy
@testable import Operations

extension FuzzTarget {
  /// A provider's identity token, and on the lines behind it the provider's keys. Nobody signed it, so nobody is believed.
  static let identity = FuzzTarget(name: "identity") { bytes in
    let parts = bytes.split(separator: 0x0A, maxSplits: 1)
    guard let first = parts.first, let token = try? IdentityToken(String(decoding: first, as: UTF8.self)) else {
      return
    }
    let keys = (try? ProviderKey.keys(of: parts.count > 1 ? Array(parts[1]) : [])) ?? []
    demand(keys.count <= ProviderKey.mostKeys, "no more keys are taken than the limit says")
    let expected = IdentityToken.Expected(
      issuer: token.claims.iss, client: token.claims.aud.names.first ?? "", nonce: token.claims.nonce ?? "",
      accessToken: "fuzz", now: Instant(millisecondsSince1970: 1_790_000_000_000))
    if !token.isSigned(byOneOf: keys) {
      demand((try? token.subject(keys: keys, expected)) == nil, "a token without a key names nobody")
    }
    _ = try? token.subject(keys: keys, expected)
  }
}
