import Geodesy

extension BoatScorer {
  /// What speaks for and against an item's belonging to a group, the strongest first.
  mutating func reasons(
    _ item: Int32, in group: [Int32], _ atoms: EvidenceAtoms, _ evidence: NightEvidence
  ) -> [GroupingReason] {
    let rest = group.filter { $0 != item }
    var reasons: [GroupingReason] = []
    if atoms.isSettled(Int(item)) { reasons.append(GroupingReason(kind: .officer, weight: .infinity)) }
    guard !rest.isEmpty else { return reasons }
    let (whole, without, alone) = (parts(group), parts(rest), parts([item]))
    func weight(_ part: KeyPath<Parts, Double>) -> Double {
      whole[keyPath: part] - without[keyPath: part] - alone[keyPath: part]
    }
    let contact = Int(item) < evidence.contacts.count ? evidence.contacts[Int(item)] : nil
    let others = rest.compactMap { Int($0) < evidence.contacts.count ? evidence.contacts[Int($0)] : nil }
    if let kind = phoneReason(contact, others) { reasons.append(.init(kind: kind, weight: weight(\.phones))) }
    if let kind = referenceReason(contact, others) {
      reasons.append(.init(kind: kind, weight: weight(\.references)))
    }
    reasons.append(.init(kind: positionReason(item, rest), weight: weight(\.motion)))
    if let kind = peopleReason(item, contact, others) { reasons.append(.init(kind: kind, weight: weight(\.people))) }
    let children = others.compactMap(\.children)
    if let said = contact?.children, let least = children.min(), let most = children.max() {
      reasons.append(.init(kind: .children(said: said, others: least...most), weight: weight(\.children)))
    }
    let colours = Set(others.compactMap { $0.colour?.lowercased() }).sorted()
    if let said = contact?.colour?.lowercased(), !colours.isEmpty {
      reasons.append(.init(kind: .colour(said: said, others: colours), weight: weight(\.colour)))
    }
    let departures = Set(others.compactMap { $0.departure?.lowercased() }).sorted()
    if let said = contact?.departure?.lowercased(), !departures.isEmpty {
      reasons.append(.init(kind: .departure(said: said, others: departures), weight: weight(\.departure)))
    }
    reasons.append(.init(kind: .moment, weight: weight(\.moments)))
    return reasons.enumerated().sorted {
      ($0.element.weight.magnitude, $1.offset) > ($1.element.weight.magnitude, $0.offset)
    }.map(\.element)
  }

  private func phoneReason(_ contact: ContactEvidence?, _ others: [ContactEvidence]) -> GroupingReason.Kind? {
    guard let phone = contact?.phone, others.contains(where: { $0.phone != nil }) else { return nil }
    return others.last { $0.phone == phone }.map { .samePhone(as: $0.id) } ?? .otherPhone
  }

  private func referenceReason(_ contact: ContactEvidence?, _ others: [ContactEvidence]) -> GroupingReason.Kind? {
    guard let contact, !contact.references.isEmpty, others.contains(where: { !$0.references.isEmpty }) else {
      return nil
    }
    for other in others.reversed() {
      if let shared = contact.references.first(where: { other.references.contains($0) }) {
        return .sameReference(shared, as: other.id)
      }
    }
    return .otherReference
  }

  /// How far an item lies from where the rest of its boat was carried; the first one is asked of the next one's view.
  private mutating func positionReason(_ item: Int32, _ rest: [Int32]) -> GroupingReason.Kind {
    let own = table.items[Int(item)].events.first { !table.events[Int($0)].fixes.isEmpty }
    let others = eventsOf(rest).filter { !table.events[Int($0)].fixes.isEmpty }
    guard let own, !others.isEmpty else { return .noPosition }
    var (target, known) = (own, others.filter { $0 < own })
    if known.isEmpty { (target, known) = (others[0], [own]) }
    let event = table.events[Int(target)]
    var filter = motion
    guard let estimate = filter.estimate(known, at: event.seconds, of: table) else { return .noPosition }
    let off = table.fixes[event.fixes.lowerBound].place - estimate.place
    let since = table.events[Int(known[known.count - 1])]
    let spread = (estimate.variance + table.fixes[event.fixes.lowerBound].variance).sum()
    let named = known[known.count - 1] == own ? event.item : since.item
    return .position(
      metres: (off * off).sum().squareRoot(), deviation: (spread / 2).squareRoot(),
      since: table.items[Int(named)].id, seconds: event.seconds - since.seconds)
  }

  private func peopleReason(
    _ item: Int32, _ contact: ContactEvidence?, _ others: [ContactEvidence]
  ) -> GroupingReason.Kind? {
    let said = others.compactMap(\.people)
    guard let least = said.map(\.lowerBound).min(), let most = said.map(\.upperBound).max() else { return nil }
    if let people = contact?.people { return .people(said: people, others: least...most) }
    if let lifted = table.items[Int(item)].lifted { return .lift(people: lifted, said: least...most) }
    return nil
  }
}
