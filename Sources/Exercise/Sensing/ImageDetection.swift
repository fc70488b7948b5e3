/// A craft, or what was taken for one, in a picture.
struct ImageDetection: Hashable, Sendable {
  let place: Place
  let lengthMetres: Double
  /// Between 0 and 1.
  let confidence: Double
  /// The number of the actor that it truly is; nil for what is false.
  let actor: Int?
  /// The identity of the transponder with which the analysis has matched it.
  let matched: UInt32?

  /// A craft as an analysis finds it: a little off, a little too long or too short.
  ///
  /// - Parameters:
  ///   - deviationMetres: standard deviation of the place along each axis.
  ///   - lengthShare: standard deviation of the length as a part of it.
  init(
    of actor: ExerciseActor, at place: Place, deviationMetres: Double, lengthShare: Double, matched: UInt32?,
    _ chance: inout SeededGenerator
  ) {
    self.place = place.moved(north: deviationMetres * chance.bell(), east: deviationMetres * chance.bell())
    let length = Double(max(4, actor.particulars.lengthMetres))
    lengthMetres = max(3, length * (1 + lengthShare * chance.bell()))
    confidence = min(0.99, max(0.3, (length < 15 ? 0.74 : 0.9) + 0.1 * chance.bell()))
    self.actor = actor.number
    self.matched = matched
  }

  /// A wave, a bird or a shadow that was taken for a small boat.
  init(falseAt place: Place, _ chance: inout SeededGenerator) {
    self.place = place
    lengthMetres = chance.number(in: 4...14)
    confidence = min(0.9, max(0.2, 0.45 + 0.12 * chance.bell()))
    actor = nil
    matched = nil
  }

  /// What an analysis calls it by its length: 15 metres and more are a ship.
  var label: String { lengthMetres < 15 ? "small boat" : "ship" }
}
