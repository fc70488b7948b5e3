/// What has become of a particle.
public enum ParticleStatus: UInt8, Sendable, CaseIterable {
  /// It drifts.
  case adrift = 0
  /// It reached land, and stays there.
  case aground = 1
  /// It left the places that a field of wind or water covers; where it went from there is not known.
  case outsideCover = 2
}
