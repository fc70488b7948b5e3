import Geodesy
import GRDB
import Marking

/// What a rule stands on: the views, the time, the settings, and who acts.
struct Ground {
  /// The views as they are in the writer's transaction.
  let views: Database
  /// The time of the command.
  let now: Instant
  /// Who acts.
  let acting: Acting
  /// Every named limit.
  let limits: OperationsLimits
  /// The book of rescue.
  let shelf: RescueShelf
  /// The centre as it is set up.
  let settings: CentreSettings

  /// The marking of what is written in the centre: that of an exercise while it exercises.
  func marking(_ marking: Marking) -> Marking {
    marking.marked(exercise: settings.exercise)
  }
}
