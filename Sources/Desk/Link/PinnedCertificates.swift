import Geodesy
import NIOCore
import NIOSSL

/// The certificates that are taken, each by itself: no authority vouches for others.
///
/// Whoever shows one has its key, which TLS proves, so nothing else of it matters but its time.
struct PinnedCertificates: Sendable {
  /// Why a certificate is not taken.
  enum Refusal: String, Sendable, CaseIterable {
    case unknown, early, expired
  }

  private let pins: Set<[UInt8]>
  private let now: @Sendable () -> Instant
  private let refused: @Sendable (Refusal) -> Void

  init(
    _ certificates: [NIOSSLCertificate], now: @escaping @Sendable () -> Instant,
    refused: @escaping @Sendable (Refusal) -> Void
  ) {
    pins = Set(certificates.compactMap { try? $0.toDERBytes() })
    self.now = now
    self.refused = refused
  }

  /// What is wrong with a certificate; nil when it is taken.
  func refusal(of certificate: NIOSSLCertificate?) -> Refusal? {
    guard let certificate, let bytes = try? certificate.toDERBytes(), pins.contains(bytes) else { return .unknown }
    let seconds = now().millisecondsSince1970 / 1_000
    if seconds < Int64(certificate.notValidBefore) { return .early }
    return seconds > Int64(certificate.notValidAfter) ? .expired : nil
  }

  /// Judges whoever is at the other end, in place of the authorities that a browser would ask.
  @Sendable func judge(_ chain: [NIOSSLCertificate], _ verdict: EventLoopPromise<NIOSSLVerificationResult>) {
    if let refusal = refusal(of: chain.first) {
      refused(refusal)
      verdict.succeed(.failed)
    } else {
      verdict.succeed(.certificateVerified)
    }
  }
}
