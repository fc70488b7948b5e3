/// To which side of the downwind direction positive crosswind leeway goes.
///
/// Allen 2005 counts it positive to the right. The programs that search planners run (the Norwegian leeway model, and
/// OpenDrift after it) move such an object to the left of the wind. For most classes that is the same, since their two sides
/// are mirror images; for the others, such as PIW-4, the datum after a day in 8 m/s of wind differs by 1.4 km. We follow
/// the programs unless told otherwise, so that two centres get one answer.
public enum CrosswindSense: String, Sendable, CaseIterable {
  /// As the operational models compute it.
  case positiveToTheLeft = "left"
  /// As Allen 2005 writes it.
  case positiveToTheRight = "right"
}
