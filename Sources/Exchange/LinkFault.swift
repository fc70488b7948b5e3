/// Why nothing was taken from a partner.
package struct LinkFault: Error, Hashable, Sendable {
  /// What is wrong; the desk has words for each.
  package enum Reason: String, CaseIterable, Sendable {
    /// There is no connection to the partner.
    case unreachable
    /// The partner showed a certificate that is not the one declared for it, or one that has expired or is not valid yet.
    case certificate
    /// The partner ended the connection before it answered: it may not know this desk's certificate.
    case closed
    /// The answer was not there in time.
    case late
    /// The partner answered with an error.
    case status
    /// The answer is larger than a batch may be.
    case large
    /// The answer is no batch.
    case garbled
    /// The checkpoint does not bear the signature of the partner's key.
    case signature
    /// The checkpoint does not continue the one that was known: the partner's past was rewritten.
    case fork
    /// The partner knows less of its own ledger than was known here: it was set back, or is a copy.
    case rolledBack
    /// An entry was not proved to stand in the partner's ledger.
    case proof
    /// An entry comes out of its place: again, or not in order.
    case order
    /// An entry is of a kind that does not cross links.
    case kind
    /// An entry does not open with the keys that came with it.
    case payload
    /// An entry bears a marking that cannot be read, or does not fit into this ledger.
    case unfit
    /// One centre is in exercise, and the other is not.
    case exercise
    /// This desk could not write what it received.
    case store
  }

  package var reason: Reason

  /// More for the log, without personal data.
  package var detail: String

  package init(_ reason: Reason, _ detail: String = "") {
    self.reason = reason
    self.detail = detail
  }

  /// Whether what came contradicts what was promised, so that somebody must look: it is recorded.
  package var isBreach: Bool {
    switch reason {
    case .signature, .fork, .rolledBack, .proof, .order, .kind, .payload, .unfit, .exercise: true
    case .unreachable, .certificate, .closed, .late, .status, .large, .garbled, .store: false
    }
  }
}
