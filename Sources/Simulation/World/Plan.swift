/// What one run of the simulation is to do.
struct Plan: Sendable {
  /// What everything follows from.
  var seed: UInt64
  /// How many things the officers do.
  var acts = 60
  /// What is made wrong on purpose.
  var planted: PlantedFault?
}

/// A fault that is made on purpose, to see that the simulation finds it.
enum PlantedFault: String, CaseIterable, Sendable {
  /// The disk says that it has synced and has not.
  case syncThatLies
  /// The desk answers before what it answers for is on the disk.
  case answerBeforeDurable
  /// A view leaves an entry out when it folds.
  case foldThatSkips
  /// A live stream loses an event without breaking off.
  case streamThatDrops
  /// Something between desk and browser hands one person's page to another.
  case sharedAnswer
  /// A repeated command loses the key that says so.
  case keyThatVanishes
  /// The disk changes a bit.
  case bitThatFlips
  /// The order in which things happen does not follow from the seed.
  case chanceFromOutside
}

/// How one run went.
struct Outcome: Sendable {
  var seed: UInt64
  /// The root of the ledger at the end, in hexadecimal digits.
  var root: String
  var entries: Int64
  /// The hash of all that happened, in its order.
  var trace: UInt64
  var steps: Int
  var answers: Int
  var crashes: Int
  var checks: Int
  /// What was found broken, first.
  var failure: Failure?
}

/// A promise of the desk that did not hold.
struct Failure: Error, Sendable, CustomStringConvertible {
  var promise: String
  var detail: String
  var step = 0

  var description: String { "\(promise) (step \(step)): \(detail)" }
}
