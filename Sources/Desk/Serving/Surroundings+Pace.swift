import Geodesy
import Operations

extension Surroundings {
  /// The machine's clock, run faster from this moment on: only for exercises.
  static func live(pace: Double) -> Surroundings {
    guard pace != 1 else { return .live }
    let start = Surroundings.live.steady().millisecondsSince1970
    var surroundings = Surroundings.live
    surroundings.now = {
      let elapsed = Double(Surroundings.live.steady().millisecondsSince1970 - start)
      return Instant(millisecondsSince1970: start + Int64(elapsed * pace))
    }
    surroundings.steady = surroundings.now
    return surroundings
  }
}
