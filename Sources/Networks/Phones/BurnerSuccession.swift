/// A phone that seems to follow another in the same hands: the one falls silent, the other begins, and their contacts are alike.
public struct BurnerSuccession: Hashable, Sendable {
  /// The phone that fell silent.
  public let earlier: PhoneNumber
  /// The phone that began.
  public let later: PhoneNumber
  /// Seconds from the last contact of the one to the first of the other; below 0 when they overlap.
  public let gapSeconds: Int64
  /// Contacts that both have, as a share of those of the one with fewer.
  public let sharedContacts: Double
  /// Whether both were used in one device.
  public let isSameDevice: Bool
}

extension PhoneBook {
  /// Phones that may follow one another, those that share most first.
  ///
  /// - Parameters:
  ///   - mostGapSeconds: how long nobody may be heard between the two.
  ///   - mostOverlapSeconds: how long both may be heard.
  ///   - leastShared: the least share of contacts in common; one device makes up for it.
  public func burnerSuccessions(
    mostGapSeconds: Int64 = 21 * 86_400, mostOverlapSeconds: Int64 = 3 * 86_400, leastShared: Double = 0.4
  ) -> [BurnerSuccession] {
    let phones = extractions.compactMap { extraction -> Phone? in
      let times = extraction.contacts.map(\.time)
      guard let first = times.min(), let last = times.max() else { return nil }
      return Phone(extraction: extraction, first: first, last: last, others: Set(extraction.contacts.map(\.other)))
    }
    var found = [BurnerSuccession]()
    for earlier in phones {
      for later in phones where later.extraction.number != earlier.extraction.number && later.first > earlier.first {
        let gap = later.first - earlier.last
        guard gap <= mostGapSeconds, -gap <= mostOverlapSeconds, later.last > earlier.last else { continue }
        let both = earlier.others.intersection(later.others).count
        let share = Double(both) / Double(min(earlier.others.count, later.others.count))
        let device = earlier.extraction.device
        let isSame = device != nil && device == later.extraction.device
        // One number in common is a taxi or a voicemail.
        guard isSame || (both >= 2 && share >= leastShared) else { continue }
        found.append(
          BurnerSuccession(
            earlier: earlier.extraction.number, later: later.extraction.number, gapSeconds: gap,
            sharedContacts: share, isSameDevice: isSame))
      }
    }
    return found.sorted {
      ($1.sharedContacts, $0.earlier, $0.later) < ($0.sharedContacts, $1.earlier, $1.later)
    }
  }

  private struct Phone {
    var extraction: PhoneExtraction
    var first: Int64
    var last: Int64
    var others: Set<PhoneNumber>
  }
}
