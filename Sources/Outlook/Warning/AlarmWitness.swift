/// Another method that finds a period unusual too; the caller names it.
public enum AlarmWitness: String, Sendable, CaseIterable {
  /// The method of Noufaily and others 2013, see `FarringtonFlexible`.
  case farringtonFlexible
  /// The rules of the Early Aberration Reporting System, see `EarlyAberration`.
  case earsC1, earsC2, earsC3
}
