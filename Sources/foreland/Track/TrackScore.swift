import ArgumentParser
import Tracking

/// `foreland track score`: how well tracks told the truth.
struct TrackScore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score tracks beside the truth.",
    discussion: """
      Prints one line of JSON: the mean generalised distance (GOSPA, order 2, cutoff 200 m, alpha 2) and mean distance (OSPA, order 1, \
      cutoff 200 m) in metres over the scans of the radar after the twentieth, craft missed and false tracks a scan, switches of \
      track, and the share of the time of small boats in which each had a track.
      """)

  @Argument(help: "The truth: frame,t,target,kind,x,vx,y,vy under a heading.")
  var truth: String

  @Argument(help: "The tracks: frame,t,track_id,x,y under a heading.")
  var tracks: String

  /// Frames of the first twenty scans, in which tracks are found.
  private static let framesToFind = 40

  func run() throws {
    try tellingScenarioErrors {
      let (truth, tracks) = (try TruthFile(truth: truth), try TruthFile(tracks: tracks))
      var score = TrackingScore()
      for frame in truth.frames.keys.sorted() where frame.isMultiple(of: 2) {
        score.add(
          craft: truth.frames[frame] ?? [], tracks: tracks.frames[frame] ?? [], isCounted: frame >= Self.framesToFind)
      }
      var output = TrackOutput(heading: "")
      output.add(
        """
        {"scans":\(score.scans),"gospa":\(score.meanGeneralised),"ospa":\(score.meanDistance),\
        "missed":\(score.missedPerScan),"false":\(score.falsePerScan),"switches":\(score.switches),\
        "smallBoatsHeld":\(score.smallBoatsHeldShare)}

        """)
      output.flush()
    }
  }
}
