package import Geodesy
package import Tracking

extension Picture {
  /// Shows every craft to a watch of behaviour, and says what it has to tell.
  ///
  /// - Parameter smallCraft: how likely a craft is a small boat, as far as that has been judged.
  package func show(
    _ watch: inout BehaviourWatch, at moment: Instant, smallCraft: [TrackID: Double]
  ) -> [BehaviourAlert] {
    let ended = lookAtCraft(at: moment) { sighting in
      var sighting = sighting
      sighting.smallCraftProbability = smallCraft[sighting.track]
      watch.take(sighting, at: moment)
    }
    let forgotten = ended.flatMap { watch.forget($0, at: moment) }
    return forgotten + watch.advance(to: moment)
  }
}
