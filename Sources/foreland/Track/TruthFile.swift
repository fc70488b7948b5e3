import Tables
import Tracking

/// Craft or tracks by frame, from a table.
struct TruthFile {
  /// Those of each frame of the radar, in the order of the file.
  private(set) var frames: [Int: [TrackingScore.Item]] = [:]

  /// Reads the truth: lines `frame,t,target,kind,x,vx,y,vy` under a heading.
  /// - Throws: `ScenarioError` with the row that cannot be read.
  init(truth path: String) throws {
    try self.init(path: path, heading: "frame,t,target,kind,x,vx,y,vy") { fields in
      guard fields.count == 8, let frame = fields.whole(0), let target = fields.whole(2), let x = fields.number(4),
        let y = fields.number(6)
      else { return nil }
      let isSmall = fields.reads(3, "small_boat")
      return (frame, TrackingScore.Item(id: target, place: .init(east: x, north: y), isSmallBoat: isSmall))
    }
  }

  /// Reads tracks: lines `frame,t,track_id,x,y` under a heading.
  /// - Throws: `ScenarioError` with the row that cannot be read.
  init(tracks path: String) throws {
    try self.init(path: path, heading: "frame,t,track_id,x,y") { fields in
      guard fields.count == 5, let frame = fields.whole(0), let id = fields.whole(2), let x = fields.number(3),
        let y = fields.number(4)
      else { return nil }
      return (frame, TrackingScore.Item(id: id, place: .init(east: x, north: y)))
    }
  }

  private init(
    path: String, heading: String, read: (borrowing TableCursor) -> (frame: Int, item: TrackingScore.Item)?
  ) throws {
    try CommaTable(path: path).forEachRow { row, fields in
      guard let read = read(fields) else {
        throw ScenarioError(place: "\(path), row \(row)", reason: "it is not \(heading)")
      }
      frames[read.frame, default: []].append(read.item)
    }
  }
}
