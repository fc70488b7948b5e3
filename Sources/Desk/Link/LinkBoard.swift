import Exchange
import Geodesy
import Hummingbird
import NIOSSL
import Operations
import Synchronization

/// The links of a desk: who the partners are, and how each fares.
final class LinkBoard: Sendable {
  let partners: [DeclaredPartner]
  let statuses: [LinkStatus]
  let giver: LinkGiver
  /// The certificate that this desk shows partners.
  let stand: TLSStand
  let limits: LinkLimits
  private let strangers = Mutex<[PinnedCertificates.Refusal: Int]>([:])

  init(_ partners: [DeclaredPartner], stand: TLSStand, centre: Centre, limits: LinkLimits = LinkLimits()) {
    self.partners = partners
    self.stand = stand
    self.limits = limits
    statuses = partners.map { LinkStatus(code: $0.partner.code) }
    giver = LinkGiver(centre: centre, limits: limits)
  }

  /// What came to the door and was turned away, since the desk came up.
  var turnedAway: [PinnedCertificates.Refusal: Int] { strangers.withLock { $0 } }

  /// How the link to a partner fares.
  func status(of code: String) -> LinkStatus? { statuses.first { $0.code == code } }

  /// The certificates of all partners, for the door.
  func doorPins() -> PinnedCertificates {
    // Certificates are judged by the clock on the wall, also in an exercise that runs faster.
    PinnedCertificates(partners.flatMap(\.certificates), now: Surroundings.live.now) { [weak self] refusal in
      self?.strangers.withLock { $0[refusal, default: 0] += 1 }
    }
  }

  /// The partner that shows a certificate.
  func partner(showing bytes: [UInt8]) -> Partner? {
    partners.first { $0.certificates.contains { (try? $0.toDERBytes()) == bytes } }?.partner
  }
}
