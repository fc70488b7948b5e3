/// What a scan says of a candidate before its plots are looked at.
struct Chances {
  /// How likely it is to be seen if it exists.
  let detection: Double
  /// How likely it is to be seen if it exists and lies in the field.
  let inField: Double
  /// How likely it is both to exist and to be seen.
  let both: Double
  private let exists: Double

  /// The chances of a candidate that exists so likely and is within the field so likely.
  ///
  /// With a detection of 0 the scan says nothing of it.
  init(exists: Double, inField: Double, coverage: Double) {
    (self.exists, self.inField) = (exists, inField)
    detection = inField * coverage
    both = exists * detection
  }

  /// The log odds of its existence when it is not seen.
  var oddsWhenMissed: Double {
    logOdds(ofProbability: exists * (1 - detection) / max(1 - both, 1e-300))
  }

  /// The same when the chance to be seen apart from others is only a part of it.
  func reduced(to share: Double) -> Chances {
    Chances(exists: exists, inField: inField, coverage: detection / max(inField, 1e-300) * share)
  }
}
