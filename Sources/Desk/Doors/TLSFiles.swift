/// Where a desk finds what proves to browsers that it is the desk.
public struct TLSFiles: Sendable, Hashable {
  /// The certificate in PEM, its chain after it.
  public var certificate: String
  /// Its private key in PEM, without a passphrase.
  public var key: String

  /// The paths of both.
  public init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}
