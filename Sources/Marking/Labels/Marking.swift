/// What is written on a thing to say who may have it: classification, limits and handling.
///
/// A marking is a value; `text` is its form on paper and in the ledger, and `init(text:)` reads that form back.
public struct Marking: Hashable, Sendable {
  /// The classification.
  public let classification: Classification
  /// Whether the thing is OFFICIAL-SENSITIVE; always false above OFFICIAL, where the word says nothing more.
  public let sensitive: Bool
  /// The compartments, every one of which a reader must be admitted to.
  public let compartments: Set<String>
  /// The agencies that it may go to.
  public let agencies: ReleaseLimit
  /// The nations that it may go to, as two-letter ISO 3166 codes.
  public let nations: ReleaseLimit
  /// The instructions that travel with it.
  public let handling: Set<HandlingInstruction>
  /// Whether it belongs to an exercise and must never be mistaken for real.
  public let exercise: Bool

  /// A marking of these parts; without further parts it limits nothing beyond the classification.
  public init(
    classification: Classification,
    sensitive: Bool = false,
    compartments: Set<String> = [],
    agencies: ReleaseLimit = .anyone,
    nations: ReleaseLimit = .anyone,
    handling: Set<HandlingInstruction> = [],
    exercise: Bool = false
  ) {
    self.classification = classification
    self.sensitive = sensitive && classification == .official
    self.compartments = compartments
    self.agencies = agencies
    self.nations = nations
    self.handling = handling
    self.exercise = exercise
  }

  /// OFFICIAL, without limits.
  public static let official = Marking(classification: .official)
  /// OFFICIAL-SENSITIVE, without further limits.
  public static let officialSensitive = Marking(classification: .official, sensitive: true)

  /// The same marking with the exercise mark set or taken away.
  public func marked(exercise: Bool) -> Marking {
    Marking(
      classification: classification, sensitive: sensitive, compartments: compartments, agencies: agencies,
      nations: nations, handling: handling, exercise: exercise)
  }
}
