/// Something that does not fit in the reckoning of a boat: an officer looks at it before the boat is closed.
public enum ReckoningConflict: Sendable, Hashable {
  /// Nobody has said how many were aboard.
  case numberUnknown
  /// A report speaks of more people than are accounted for, by as many at least and at most.
  case reportOfMore(report: String, missing: ClosedRange<Int>)
  /// More people are accounted for than a report speaks of: they may be of another boat.
  case reportOfFewer(report: String, over: Int)
  /// Somebody aboard made a call after the last people of this boat were taken up.
  case callAfterLastRecovery(report: String)
  /// An asset handed over another number of people than it took up.
  case handedOverDiffers(asset: String, takenUp: Int, handedOver: Int)
  /// No report is tied to the boat.
  case noReport

  /// A name that stays the same while the conflict does, such as `more:DOV-R12:4-4`.
  public var key: String {
    switch self {
    case .numberUnknown: "number-unknown"
    case .reportOfMore(let report, let missing): "more:\(report):\(missing.lowerBound)-\(missing.upperBound)"
    case .reportOfFewer(let report, let over): "fewer:\(report):\(over)"
    case .callAfterLastRecovery(let report): "call-after:\(report)"
    case .handedOverDiffers(let asset, let up, let over): "handed-over:\(asset):\(up):\(over)"
    case .noReport: "no-report"
    }
  }
}

extension Reckoning {
  /// Everything that does not fit, in a fixed order.
  public var conflicts: [ReckoningConflict] {
    var conflicts: [ReckoningConflict] = []
    if claims.isEmpty { conflicts.append(.noReport) }
    let open = claims.filter { !$0.isExplained }
    if !claims.isEmpty, !open.contains(where: { $0.people != nil }) { conflicts.append(.numberUnknown) }
    for claim in open {
      guard let people = claim.people else { continue }
      if people.upperBound > accounted {
        let missing = max(0, people.lowerBound - accounted)...(people.upperBound - accounted)
        conflicts.append(.reportOfMore(report: claim.id, missing: missing))
      } else if people.upperBound < accounted {
        conflicts.append(.reportOfFewer(report: claim.id, over: accounted - people.upperBound))
      }
    }
    if let last = tallies.last(where: { $0.fate.accounts })?.at {
      conflicts += open.filter { $0.isFromAboard && $0.received > last }.map { .callAfterLastRecovery(report: $0.id) }
    }
    return conflicts + transferConflicts
  }

  /// Whether an officer may close the boat without a senior officer: everyone is accounted for and nothing is unexplained.
  public var isSettled: Bool { conflicts.isEmpty && unaccounted == 0...0 }

  /// Assets that handed people over, and not those whom they took up.
  private var transferConflicts: [ReckoningConflict] {
    var takenUp: [String: Int] = [:]
    var handedOver: [String: Int] = [:]
    for tally in tallies {
      guard let asset = tally.asset else { continue }
      switch tally.fate {
      case .recovered, .dead: takenUp[asset, default: 0] += tally.people
      case .transferred: handedOver[asset, default: 0] += tally.people
      case .landed, .returned: break
      }
    }
    return handedOver.keys.sorted().compactMap { asset in
      let (up, over) = (takenUp[asset] ?? 0, handedOver[asset] ?? 0)
      return up == over ? nil : .handedOverDiffers(asset: asset, takenUp: up, handedOver: over)
    }
  }
}
