import Crypto
import CryptoExtras
import Foundation
import Geodesy
import Testing

@testable import Operations

/// Tokens as a hostile or careless provider, or somebody in its place, might send them.
@Suite("Tokens of a provider of identities")
struct IdentityTokenTests {
  static let now = Instant(millisecondsSince1970: 1_763_720_000_000)
  let edwards = Curve25519.Signing.PrivateKey()
  let curve = P256.Signing.PrivateKey()

  /// What a good token says; each test spoils one thing.
  func claims(_ changes: [String: Any?] = [:]) -> [String: Any] {
    let seconds = Int(Self.now.millisecondsSince1970 / 1000)
    var claims: [String: Any] = [
      "iss": "https://id.example", "sub": "mara-7", "aud": "foreland", "exp": seconds + 300, "iat": seconds - 1,
      "nonce": "n-1",
    ]
    for (name, value) in changes { claims[name] = value }
    return claims
  }

  func expected(accessToken: String? = nil) -> IdentityToken.Expected {
    IdentityToken.Expected(
      issuer: "https://id.example", client: "foreland", nonce: "n-1", accessToken: accessToken, now: Self.now)
  }

  func token(
    _ claims: [String: Any], header: [String: Any] = ["alg": "EdDSA", "kid": "one"],
    sign: (([UInt8]) throws -> [UInt8])? = nil
  ) throws -> String {
    func part(_ value: [String: Any]) throws -> String {
      base64URL([UInt8](try JSONSerialization.data(withJSONObject: value)))
    }
    let signed = try part(header) + "." + part(claims)
    let signature = try sign.map { try $0(Array(signed.utf8)) } ?? [UInt8](edwards.signature(for: Data(signed.utf8)))
    return signed + "." + base64URL(signature)
  }

  func keys() throws -> [ProviderKey] {
    let point = [UInt8](curve.publicKey.rawRepresentation)
    let set: [String: Any] = [
      "keys": [
        ["kty": "oct", "k": "c2VjcmV0", "kid": "symmetric"],
        ["kty": "OKP", "crv": "Ed25519", "kid": "one", "x": base64URL([UInt8](edwards.publicKey.rawRepresentation))],
        [
          "kty": "EC", "crv": "P-256", "kid": "two", "x": base64URL(Array(point[..<32])),
          "y": base64URL(Array(point[32...])),
        ],
      ]
    ]
    return try ProviderKey.keys(of: [UInt8](try JSONSerialization.data(withJSONObject: set)))
  }

  func refusal(_ body: () throws -> Void) -> IdentityRefusal.Code? {
    do {
      try body()
      return nil
    } catch { return (error as? IdentityRefusal)?.code }
  }

  func judge(_ text: String, accessToken: String? = nil) -> IdentityRefusal.Code? {
    refusal { _ = try IdentityToken(text).subject(keys: keys(), expected(accessToken: accessToken)) }
  }

  @Test func aGoodTokenNamesItsSubject() throws {
    #expect(try IdentityToken(token(claims())).subject(keys: keys(), expected()) == "mara-7")
    let curved = try token(claims(), header: ["alg": "ES256", "kid": "two"]) {
      [UInt8](try curve.signature(for: SHA256.hash(data: $0)).rawRepresentation)
    }
    #expect(judge(curved) == nil)
  }

  @Test func aTokenUnderRSAIsVerified() throws {
    let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let primitives = try key.publicKey.getKeyPrimitives()
    let set: [String: Any] = [
      "keys": [
        [
          "kty": "RSA", "kid": "r", "use": "sig", "n": base64URL([UInt8](primitives.modulus)),
          "e": base64URL([UInt8](primitives.publicExponent)),
        ]
      ]
    ]
    let keys = try ProviderKey.keys(of: [UInt8](try JSONSerialization.data(withJSONObject: set)))
    let good = try token(claims(), header: ["alg": "RS256", "kid": "r"]) {
      [UInt8](try key.signature(for: SHA256.hash(data: $0), padding: .insecurePKCS1v1_5).rawRepresentation)
    }
    #expect(try IdentityToken(good).subject(keys: keys, expected()) == "mara-7")
    let parts = good.split(separator: ".")
    let other = try token(claims(["sub": "adam"]), header: ["alg": "RS256", "kid": "r"]).split(separator: ".")
    let swapped = "\(parts[0]).\(other[1]).\(parts[2])"
    #expect(refusal { _ = try IdentityToken(swapped).subject(keys: keys, expected()) } == .signature)
  }

  @Test func anAlgorithmThatIsNoneOfOursIsRefused() throws {
    for name in ["none", "None", "HS256", "RS1", "PS256", ""] {
      #expect(judge(try token(claims(), header: ["alg": name, "kid": "one"]) { _ in [] }) == .algorithm)
    }
    // The public key as the secret of a keyed hash: the algorithm is not taken from the token.
    let secret = SymmetricKey(data: edwards.publicKey.rawRepresentation)
    let forged = try token(claims(), header: ["alg": "HS256", "kid": "one"]) {
      [UInt8](HMAC<SHA256>.authenticationCode(for: $0, using: secret))
    }
    #expect(judge(forged) == .algorithm)
    #expect(judge(try token(claims(), header: ["alg": "ES256", "kid": "one"])) == .key)
  }

  @Test func anUnknownKeyOrASpoiltSignatureIsRefused() throws {
    #expect(judge(try token(claims(), header: ["alg": "EdDSA", "kid": "three"])) == .key)
    let other = Curve25519.Signing.PrivateKey()
    #expect(judge(try token(claims()) { [UInt8](try other.signature(for: Data($0))) }) == .signature)
    #expect(judge(try token(claims()) { _ in [] }) == .signature)
    #expect(judge(try token(claims(), header: ["alg": "EdDSA", "kid": "one", "crit": ["b64"]])) == .form)
  }

  @Test(arguments: [
    ("iss", "https://id.example/", IdentityRefusal.Code.issuer), ("iss", "https://evil.example", .issuer),
    ("aud", "another", .audience), ("azp", "another", .audience), ("nonce", "n-2", .nonce), ("sub", "", .form),
  ])
  func aClaimOfSomethingElseIsRefused(name: String, value: String, code: IdentityRefusal.Code) throws {
    #expect(judge(try token(claims([name: value]))) == code)
  }

  @Test func severalAudiencesNeedToSayWhoAsked() throws {
    #expect(judge(try token(claims(["aud": ["foreland", "another"]]))) == .audience)
    #expect(judge(try token(claims(["aud": ["foreland", "another"], "azp": "foreland"]))) == nil)
  }

  @Test func timesAreHeldWithinTheSkewOfAClock() throws {
    let seconds = Int(Self.now.millisecondsSince1970 / 1000)
    #expect(judge(try token(claims(["exp": seconds - 119]))) == nil)
    #expect(judge(try token(claims(["exp": seconds - 121]))) == .time)
    #expect(judge(try token(claims(["iat": seconds + 119]))) == nil)
    #expect(judge(try token(claims(["iat": seconds + 121]))) == .time)
    #expect(judge(try token(claims(["nbf": seconds + 121]))) == .time)
    #expect(judge(try token(claims(["iat": seconds - 721]))) == .time)
    #expect(judge(try token(claims(["exp": 1e300, "iat": seconds]))) == nil)
  }

  @Test func theAccessTokenMustBeTheOneThatIsMeant() throws {
    let hash = base64URL(Array(SHA512.hash(data: Data("a-1".utf8)).prefix(32)))
    let good = try token(claims(["at_hash": hash]))
    #expect(judge(good, accessToken: "a-1") == nil)
    #expect(judge(good, accessToken: "a-2") == .accessToken)
    #expect(judge(good) == .accessToken)
  }

  @Test(arguments: ["", ".", "..", "a.b", "a.b.c.d", "!.!.!", "e30.e30.e30", "{}.{}.{}", "bnVsbA.bnVsbA.bnVsbA"])
  func whatIsNoTokenIsRefused(text: String) {
    #expect(judge(text) == .form)
  }

  @Test func giantsAreRefusedUnread() throws {
    #expect(judge(try token(claims(["filler": String(repeating: "x", count: 20_000)]))) == .form)
    #expect(judge(String(repeating: ".", count: 1 << 20)) == .form)
    #expect(judge(try token(claims(["sub": String(repeating: "s", count: 256)]))) == .form)
  }

  @Test func anyBytesForATokenOrAKeySetAreRefusedOrRead() throws {
    let random = SeededBytes(seed: 7)
    let good = Array(try token(claims()).utf8)
    for _ in 0..<2_000 {
      var bytes = good
      for _ in 0..<3 {
        let place = random.bytes(2).reduce(0) { $0 << 8 | Int($1) } % bytes.count
        bytes[place] = random.bytes(1)[0]
      }
      #expect(bytes == good || judge(String(decoding: bytes, as: UTF8.self)) != nil)
    }
    #expect(refusal { _ = try ProviderKey.keys(of: [1, 2, 3]) } == .answer)
    let hostile =
      #"{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"},{"kty":"RSA","n":"!","e":""},{"kty":7},null,[],{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}]}"#
    #expect(try ProviderKey.keys(of: Array(hostile.utf8)).isEmpty)
  }

  @Test func aSignInIsAnsweredOnceInTheBrowserThatBegan() throws {
    let clock = Self.now
    let surroundings = Surroundings(now: { clock }, randomBytes: Surroundings.live.randomBytes)
    var waiting = PendingSignIns()
    let (state, pending) = waiting.begin(surroundings)
    #expect(refusal { _ = try waiting.take("other", browser: pending.browser, at: clock) } == .state)
    #expect(try waiting.take(state, browser: pending.browser, at: clock).nonce == pending.nonce)
    #expect(refusal { _ = try waiting.take(state, browser: pending.browser, at: clock) } == .state)
    let (second, _) = waiting.begin(surroundings)
    #expect(refusal { _ = try waiting.take(second, browser: "somebody else's", at: clock) } == .browser)
    #expect(refusal { _ = try waiting.take(second, browser: nil, at: clock) } == .state)
    let (third, late) = waiting.begin(surroundings)
    let later = clock.adding(milliseconds: PendingSignIns.lifeMilliseconds)
    #expect(refusal { _ = try waiting.take(third, browser: late.browser, at: later) } == .state)
  }
}
