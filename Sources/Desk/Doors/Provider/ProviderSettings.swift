import Foundation

/// A provider of identities that people may sign in through (OpenID Connect), and how the desk is known there.
public struct ProviderSettings: Sendable {
  /// Who answers for the identities, as it names itself.
  public var issuer: String
  /// The desk's name at the provider.
  public var client: String
  /// The desk's secret at the provider; nil for a client that has none.
  var secret: String?
  /// Where browsers reach the desk, without a path.
  public var redirectBase: String

  /// The longest secret, in bytes.
  static let longestSecret = 4_096

  /// Checks the settings.
  /// - Throws: `ServeFailure`, which names what is wrong.
  public init(issuer: String, client: String, secretFile: String?, redirectBase: String) throws {
    guard let address = ProviderAddress(issuer), address.isTrustworthy else {
      throw ServeFailure("The issuer \(issuer) must be an https address; http is for the loopback address alone.")
    }
    guard let base = ProviderAddress(redirectBase), base.isTrustworthy, base.path.isEmpty || base.path == "/" else {
      throw ServeFailure(
        "\(redirectBase) is not where browsers reach the desk: name it as https://HOST; http is for the loopback address alone."
      )
    }
    self.issuer = issuer
    self.client = client
    self.redirectBase = redirectBase.hasSuffix("/") ? String(redirectBase.dropLast()) : redirectBase
    guard let secretFile else { return }
    guard let handle = FileHandle(forReadingAtPath: secretFile),
      let data = try? handle.read(upToCount: Self.longestSecret + 1), data.count <= Self.longestSecret
    else { throw ServeFailure("The client secret \(secretFile) cannot be read, or is longer than one can be.") }
    let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { throw ServeFailure("The client secret \(secretFile) is empty.") }
    secret = text
  }

  /// Where the provider sends browsers back to.
  var callback: String { redirectBase + ProviderCookie.path + "/callback" }
}

/// An address that a provider states.
struct ProviderAddress: Sendable {
  let scheme: String
  let host: String
  let path: String

  /// The longest address that is taken, in bytes.
  static let longestBytes = 2_048

  init?(_ text: String) {
    guard text.utf8.count <= Self.longestBytes, let parts = URLComponents(string: text), let scheme = parts.scheme,
      let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil, parts.fragment == nil
    else { return nil }
    self.scheme = scheme.lowercased()
    self.host = host.lowercased()
    path = parts.path
  }

  var isLoopback: Bool { ["127.0.0.1", "[::1]", "::1", "localhost"].contains(host) }

  /// Whether it is a number and not a name: inside networks are reached by number.
  private var isNumeric: Bool {
    host.hasPrefix("[") || host.contains(":") || host.allSatisfy { $0.isNumber || $0 == "." }
  }

  var isTrustworthy: Bool { scheme == "https" || (scheme == "http" && isLoopback) }

  /// Whether the desk may go where a document of this issuer points: to where the issuer itself is, or to a name over https,
  /// never to a machine inside that only the desk can reach.
  func mayPoint(to other: ProviderAddress) -> Bool {
    if other.host == host { return other.scheme == scheme }
    return other.scheme == "https" && !other.isLoopback && !other.isNumeric
  }
}
