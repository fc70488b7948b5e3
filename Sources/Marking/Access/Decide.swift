/// Whether this person may do this to that, for this purpose; and if not, every reason why not.
///
/// Nothing is permitted unless a role of the person grants the act and works for the purpose, and a single forbidding
/// rule outweighs everything that grants. The function is pure: it reads no clock and keeps nothing.
///
/// - Parameter reuse: the recorded decision that opens the wall for one item, where there is one.
public func decide(
  _ viewer: Viewer, _ act: Act, _ object: Protected, for purpose: Purpose, given reuse: ReuseDecision? = nil
) -> Decision {
  var reasons = [Reason]()
  reasons += reasonsOfRoles(viewer, act, object, purpose)
  reasons += reasonsOfMarking(viewer, act, object)
  reasons += reasonsOfSides(act, object, purpose, reuse)
  reasons += reasonsOfExercise(object, purpose)
  reasons += reasonsOfOwnership(viewer, act, object)
  return reasons.isEmpty ? .permitted : .refused(reasons)
}

private func reasonsOfRoles(_ viewer: Viewer, _ act: Act, _ object: Protected, _ purpose: Purpose) -> [Reason] {
  var reasons = [Reason]()
  let granting = viewer.roles.filter { PermissionTable.grants(act, on: object.kind, to: $0) }
  if granting.isEmpty {
    reasons.append(.actNotGranted)
  } else if !granting.contains(where: { PermissionTable.grants(purpose, to: $0) }) {
    // The act and the purpose must come from one and the same role: roles do not lend each other purposes.
    reasons.append(.purposeNotGranted)
  }
  if let scopes = viewer.scopes, !scopes.contains(where: { $0.covers(act, on: object.kind) }) {
    reasons.append(.scopeMissing)
  }
  return reasons
}

private func reasonsOfMarking(_ viewer: Viewer, _ act: Act, _ object: Protected) -> [Reason] {
  var reasons = [Reason]()
  let marking = object.marking
  if marking.classification > viewer.clearance.classification { reasons.append(.clearanceTooLow) }
  if marking.sensitive && !viewer.clearance.sensitive { reasons.append(.sensitiveNotCleared) }
  if object.kind.isIncidentAtSea {
    // Whoever is in danger is known to everyone on watch: a limit is refused when it is written, and one that came
    // in some other way hides nobody.
    let limited = !marking.compartments.isEmpty || marking.agencies != .anyone || marking.nations != .anyone
    let writes = act == .append || act == .correct
    if writes && (limited || marking.classification > .official) { reasons.append(.incidentMarkedTooNarrow) }
    return reasons
  }
  if !marking.compartments.isSubset(of: viewer.clearance.compartments) { reasons.append(.compartmentMissing) }
  if !marking.agencies.permits(viewer.agency) && object.ownerAgency != viewer.agency {
    reasons.append(.agencyNotReleasable)
  }
  if !marking.nations.permits(viewer.nation) { reasons.append(.nationNotReleasable) }
  return reasons
}

private func reasonsOfSides(
  _ act: Act, _ object: Protected, _ purpose: Purpose, _ reuse: ReuseDecision?
) -> [Reason] {
  switch (purpose.side, object.side) {
  case (.rescue, .rescue), (.rescue, .lawEnforcement), (.lawEnforcement, .lawEnforcement): []
  case (.rescue, .shared), (.lawEnforcement, .shared), (.administration, .shared): []
  case (.administration, .administration): []
  // The wall holds back what was gathered; telling rescue of someone in danger goes the other way and is open.
  case (.lawEnforcement, .rescue) where act == .append: []
  case (.lawEnforcement, .rescue): reuse != nil && reuse?.item == object.item ? [] : [.wallClosed]
  case (.administration, _): mayReadWholePicture(purpose) ? [] : [.purposeOutsideSide]
  case (.oversight, _): changes(act) ? [.oversightChangesNothing] : []
  default: [.purposeOutsideSide]
  }
}

private func reasonsOfExercise(_ object: Protected, _ purpose: Purpose) -> [Reason] {
  switch purpose {
  case .exerciseTraining: object.marking.exercise ? [] : [.exerciseOnly]
  case .statistics: object.marking.exercise ? [.exerciseNotCounted] : []
  default: []
  }
}

private func reasonsOfOwnership(_ viewer: Viewer, _ act: Act, _ object: Protected) -> [Reason] {
  guard let owner = object.ownerAgency, owner != viewer.agency, !object.kind.isIncidentAtSea else { return [] }
  switch act {
  case .correct, .close, .override, .disclose, .erase, .administer: return [.notOwner]
  case .see, .append, .grade, .export, .inspect: return []
  }
}

/// Statistics count and training rehearses on both sides; both have narrower rules of their own.
private func mayReadWholePicture(_ purpose: Purpose) -> Bool {
  purpose == .statistics || purpose == .exerciseTraining
}

private func changes(_ act: Act) -> Bool {
  switch act {
  case .append, .correct, .close, .override, .grade, .administer: true
  case .see, .disclose, .export, .inspect, .erase: false
  }
}
