extension Marking {
  /// Whether this marking protects at least as well as the other in every part.
  ///
  /// Something under the other marking may be put into a container under this one. It is a partial order: of two
  /// markings it may be that neither dominates.
  public func dominates(_ other: Marking) -> Bool {
    (classification > other.classification
      || (classification == other.classification && (sensitive || !other.sensitive)))
      && compartments.isSuperset(of: other.compartments)
      && agencies.isWithin(other.agencies)
      && nations.isWithin(other.nations)
      && handling.isSuperset(of: other.handling)
      && (exercise || !other.exercise)
  }

  /// The least marking that dominates both: what to write on something made of the two.
  ///
  /// Anything made with a part from an exercise is exercise.
  public func combined(with other: Marking) -> Marking {
    let classification = max(classification, other.classification)
    return Marking(
      classification: classification,
      sensitive: sensitive || other.sensitive,
      compartments: compartments.union(other.compartments),
      agencies: agencies.intersection(other.agencies),
      nations: nations.intersection(other.nations),
      handling: handling.union(other.handling),
      exercise: exercise || other.exercise)
  }
}
