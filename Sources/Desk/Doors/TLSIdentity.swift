import Crypto
import Foundation
public import Geodesy
import NIOSSL

/// A certificate and its key, read and found to belong together.
public struct TLSIdentity: Sendable {
  /// The largest file that is read for a certificate or a key, in bytes.
  static let largestFileBytes = 1 << 20
  /// So long before its end a certificate is said to end soon.
  public static let soonMilliseconds: Int64 = 14 * 24 * 3_600_000

  /// From when on browsers believe it.
  public let validFrom: Instant
  /// Until when browsers believe it.
  public let validUntil: Instant
  /// What browsers and the desk agree on.
  let configuration: TLSConfiguration
  /// What tells these two files from others.
  let fingerprint: String

  /// Reads both files.
  ///
  /// - Throws: `ServeFailure`, which says which file is wrong and what to do. An expired certificate is no reason: a desk that
  ///   stands still is worse than one that browsers warn of.
  public static func load(_ files: TLSFiles) throws -> TLSIdentity {
    let chainBytes = try read(files.certificate, "certificate")
    let keyBytes = try read(files.key, "key")
    guard let chain = try? NIOSSLCertificate.fromPEMBytes(chainBytes), let first = chain.first else {
      throw ServeFailure(
        "\(files.certificate) holds no certificate in PEM: it must begin with -----BEGIN CERTIFICATE-----.")
    }
    let key: NIOSSLPrivateKey
    do {
      // A prompt for a passphrase would hold a desk that starts unattended.
      key = try NIOSSLPrivateKey(bytes: keyBytes, format: .pem) { (_: NIOSSLPassphraseSetter<[UInt8]>) in
        throw ServeFailure("locked")
      }
    } catch {
      throw ServeFailure(
        "\(files.key) holds no private key in PEM, or one that a passphrase locks: the desk needs it without one.")
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv12
    configuration.cipherSuiteValues = ciphers
    do {
      _ = try NIOSSLContext(configuration: configuration)
    } catch {
      throw ServeFailure(
        "\(files.certificate) and \(files.key) do not belong together: the key is not the certificate's own.")
    }
    let digest = SHA256.hash(data: chainBytes + [0] + keyBytes)
    return TLSIdentity(
      validFrom: Instant(millisecondsSince1970: Int64(first.notValidBefore) * 1000),
      validUntil: Instant(millisecondsSince1970: Int64(first.notValidAfter) * 1000), configuration: configuration,
      fingerprint: digest.map { String($0, radix: 16) }.joined())
  }

  /// What TLS 1.2 may use: an exchange of keys that keeps the past closed, and ciphers that also authenticate. TLS 1.3 has no others.
  private static let ciphers: [NIOTLSCipher] = [
    .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
    .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
  ]

  private static func read(_ path: String, _ what: String) throws -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ServeFailure("The \(what) \(path) does not exist: name it with --tls-\(what).")
    }
    guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: largestFileBytes + 1)
    else { throw ServeFailure("The \(what) \(path) cannot be read: let the desk's user read it.") }
    guard data.count <= largestFileBytes else {
      throw ServeFailure("\(path) is larger than a \(what) can be: name another file with --tls-\(what).")
    }
    return [UInt8](data)
  }

  /// What is wrong with the certificate's time, in words; nil when nothing is.
  public func trouble(at now: Instant) -> String? {
    if now < validFrom { return "The certificate is not valid before \(validFrom.iso8601): look at the clock." }
    if now >= validUntil { return "The certificate expired on \(validUntil.iso8601): browsers refuse it. Renew it." }
    guard validUntil.millisecondsSince1970 - now.millisecondsSince1970 <= Self.soonMilliseconds else { return nil }
    return "The certificate expires on \(validUntil.iso8601): renew it before."
  }
}
