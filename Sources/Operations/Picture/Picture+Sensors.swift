import Geodesy
import Synchronization
package import Tracking

/// What the picture knows of sensors without identity, and what they and devices have said since somebody asked.
extension Picture {
  /// A craft whose speed is known worse than this, as a standard deviation in knots, is not judged by how it moves.
  private static let leastKnownSpeedKnots = 1.5

  /// Declares a sensor without identity, or what has changed of one.
  package func declare(_ sensor: Sensor) { state.withLock { _ = $0.sea.declare(sensor) } }

  /// Takes a sensor out: what it shows is no longer used, until it is declared again.
  package func withdraw(sensor name: String) { state.withLock { $0.sea.withdraw(sensor: name) } }

  /// How well what each sensor shows fits what is known, by name; one that feeds an exercise stands apart.
  package var sensorHealth: [SensorReport] { state.withLock { $0.sea.health } }

  /// The sensors that are ill and set aside for now.
  package var sensorTroubles: [SensorTrouble] { state.withLock { $0.sea.troubles } }

  /// Obeys what somebody on watch says of a craft and a transponder; nil takes it back.
  /// - Returns: whether there is such a craft.
  package func obey(_ id: TrackID, mmsi: UInt32, together: Bool?) -> Bool {
    state.withLock { state in
      guard let together else {
        state.sea.letGo(id, mmsi: mmsi)
        return true
      }
      return state.sea.hold(id, mmsi: mmsi, together: together)
    }
  }

  /// The sensors without identity that are declared.
  package var sensors: [Sensor] { state.withLock { $0.sea.sensors } }

  /// How well each sensor has shown craft that are known to be there.
  package func performance(exercise: Bool) -> [SensorPerformance] {
    state.withLock { $0.sea.performance(exercise: exercise) }
  }

  /// Looks at every craft while nothing changes it.
  /// - Returns: the names of the tracks that have ended since the last call.
  func lookAtCraft(at moment: Instant, _ body: (CraftSighting) -> Void) -> [TrackID] {
    state.withLock { state in
      state.tracker.forEachSighting(at: moment, body)
      for track in state.sea.tracks {
        let sighting = CraftSighting(track)
        // How a craft moves is not known before it has been seen for a while, and nothing is to be told of it before.
        if sighting.speedDeviationKnots < Self.leastKnownSpeedKnots { body(sighting) }
      }
      defer { state.endedForWatch = [] }
      return state.endedForWatch
    }
  }

  /// What sensors have looked at since the last call, without what they showed.
  package func takeLooks() -> [SensorLook] {
    state.withLock { state in
      defer { state.looks = [] }
      return state.looks
    }
  }

  /// The calls for help of devices since the last call, and how many there was no room for.
  package func takeNotices() -> (notices: [DistressNotice], dropped: Int) {
    state.withLock { state in
      defer { (state.notices, state.noticesDropped) = ([], 0) }
      return (state.notices, state.noticesDropped)
    }
  }
}
