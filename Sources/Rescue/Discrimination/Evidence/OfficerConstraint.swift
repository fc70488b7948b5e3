/// What an officer has decided about the grouping. It is obeyed without exception, and taking it away undoes it.
public enum OfficerConstraint: Hashable, Sendable {
  /// These are about one and the same craft.
  case together(Set<EvidenceID>)
  /// These two are about different craft.
  case apart(EvidenceID, EvidenceID)
  /// A craft that an officer has confirmed under a name, with the evidence that is surely about it. No two confirmed
  /// craft are ever one.
  case confirmed(String, Set<EvidenceID>)
}
