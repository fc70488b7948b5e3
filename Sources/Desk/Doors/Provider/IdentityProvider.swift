import Foundation
import Geodesy
import Operations

/// The provider as the desk knows it: its addresses and keys, asked for when needed and kept for a while.
actor IdentityProvider {
  /// What a provider says of itself (OpenID Connect Discovery 1.0, section 3), as far as the desk needs it.
  struct Discovery: Decodable, Sendable {
    var issuer: String
    var authorizationEndpoint: String
    var tokenEndpoint: String
    var jwksUri: String
    var endSessionEndpoint: String?
    var tokenEndpointAuthMethodsSupported: [String]?
    var authorizationResponseIssParameterSupported: Bool?
  }

  private struct Tokens: Decodable {
    var idToken: String
    var accessToken: String?
  }

  /// How long what the provider says of itself is believed.
  static let discoveryMilliseconds: Int64 = 3_600_000
  /// The least time between two questions for keys, so that tokens with made-up keys cannot make the desk ask for ever.
  static let keysMilliseconds: Int64 = 10_000

  /// A provider writes its names with underscores.
  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }()

  nonisolated let settings: ProviderSettings
  private let transport: ProviderTransport
  private let surroundings: Surroundings
  private var pending = PendingSignIns()
  private var discovered: (document: Discovery, at: Instant)?
  private var keys: (list: [ProviderKey], at: Instant)?

  init(_ settings: ProviderSettings, transport: ProviderTransport = .network, surroundings: Surroundings) {
    self.settings = settings
    self.transport = transport
    self.surroundings = surroundings
  }

  /// Begins a sign-in.
  /// - Returns: where to send the browser, and what it must hold until it comes back.
  func begin() async throws -> (address: String, browser: String) {
    let document = try await discovery()
    let (state, pending) = pending.begin(surroundings)
    let query = Self.form([
      ("response_type", "code"), ("client_id", settings.client), ("redirect_uri", settings.callback),
      ("scope", "openid"), ("state", state), ("nonce", pending.nonce),
      ("code_challenge", pending.challenge), ("code_challenge_method", "S256"),
    ])
    let mark = document.authorizationEndpoint.contains("?") ? "&" : "?"
    return (document.authorizationEndpoint + mark + query, pending.browser)
  }

  /// Ends a sign-in with what the provider sent the browser back with.
  /// - Returns: the identity, which is proved now.
  func finish(
    state: String, code: String?, issuer: String?, error: String?, browser: String?
  ) async throws -> Identity {
    let waiting = try pending.take(state, browser: browser, at: surroundings.now())
    let document = try await discovery()
    let mustName = document.authorizationResponseIssParameterSupported == true
    guard issuer.map({ $0 == settings.issuer }) ?? !mustName else { throw IdentityRefusal(.issuer) }
    guard error == nil else { throw IdentityRefusal(.refusedThere) }
    guard let code, !code.isEmpty, code.utf8.count <= ProviderAddress.longestBytes else {
      throw IdentityRefusal(.answer)
    }
    let tokens = try await redeem(code, verifier: waiting.verifier, document)
    let token = try IdentityToken(tokens.idToken)
    let expected = IdentityToken.Expected(
      issuer: settings.issuer, client: settings.client, nonce: waiting.nonce, accessToken: tokens.accessToken,
      now: surroundings.now())
    let subject = try token.subject(keys: try await keys(for: token, document), expected)
    return Identity(issuer: settings.issuer, subject: subject)
  }

  /// Where a browser ends its session at the provider too; nil when the provider offers none.
  func farewell() async throws -> String? {
    guard let address = try await discovery().endSessionEndpoint else { return nil }
    let query = Self.form([
      ("client_id", settings.client), ("post_logout_redirect_uri", settings.redirectBase + "/sign-in"),
    ])
    return address + (address.contains("?") ? "&" : "?") + query
  }

  private func discovery() async throws -> Discovery {
    let now = surroundings.now()
    if let discovered, now < discovered.at.adding(milliseconds: Self.discoveryMilliseconds) {
      return discovered.document
    }
    let base = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
    let bytes = try await transport.ask(base + "/.well-known/openid-configuration", nil, [])
    guard let document = try? Self.decoder.decode(Discovery.self, from: Data(bytes)),
      let issuer = ProviderAddress(settings.issuer)
    else { throw IdentityRefusal(.answer) }
    guard document.issuer == settings.issuer else { throw IdentityRefusal(.issuer) }
    let named = [document.authorizationEndpoint, document.tokenEndpoint, document.jwksUri]
    for text in named + [document.endSessionEndpoint].compactMap({ $0 }) {
      guard let address = ProviderAddress(text), issuer.mayPoint(to: address) else { throw IdentityRefusal(.answer) }
    }
    discovered = (document, now)
    return document
  }

  private func redeem(_ code: String, verifier: String, _ document: Discovery) async throws -> Tokens {
    var fields = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.callback),
      ("code_verifier", verifier),
    ]
    var headers: [(String, String)] = []
    let methods = document.tokenEndpointAuthMethodsSupported ?? ["client_secret_basic"]
    if let secret = settings.secret, methods.contains("client_secret_basic") {
      // Both parts are encoded as in a form before they are joined (RFC 6749, 2.3.1).
      let pair = Self.encode(settings.client) + ":" + Self.encode(secret)
      headers.append(("authorization", "Basic " + Data(pair.utf8).base64EncodedString()))
    } else {
      fields.append(("client_id", settings.client))
      if let secret = settings.secret { fields.append(("client_secret", secret)) }
    }
    let bytes = try await transport.ask(document.tokenEndpoint, Self.form(fields), headers)
    guard let tokens = try? Self.decoder.decode(Tokens.self, from: Data(bytes)) else { throw IdentityRefusal(.answer) }
    return tokens
  }

  /// The provider's keys; asked for again when none of those at hand fits the token, since providers change them.
  private func keys(for token: IdentityToken, _ document: Discovery) async throws -> [ProviderKey] {
    let now = surroundings.now()
    if let keys, token.isSigned(byOneOf: keys.list) || now < keys.at.adding(milliseconds: Self.keysMilliseconds) {
      return keys.list
    }
    let list = try ProviderKey.keys(of: try await transport.ask(document.jwksUri, nil, []))
    keys = (list, now)
    return list
  }

  private static func form(_ fields: [(String, String)]) -> String {
    fields.map { "\($0.0)=\(encode($0.1))" }.joined(separator: "&")
  }

  private static func encode(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }

  /// What stands for itself in an address (RFC 3986, 2.3).
  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
