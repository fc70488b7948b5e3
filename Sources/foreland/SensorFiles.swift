import Exercise
import Foundation
import Geodesy

/// Writes the feeds of an exercise night into a folder, a file each, with its truth beside them.
enum SensorFiles {
  /// Bytes that wait before they are written.
  private static let pieceBytes = 1 << 20
  /// Time between two rows of the table of places, in milliseconds.
  private static let truthMilliseconds: Int64 = 60_000

  /// Writes the files, over those that are there.
  ///
  /// - Throws: what the file system throws.
  static func write(_ night: Night, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (place, feed) in night.feeds.enumerated() {
      let bytes = night.emissions(of: [place]).lazy.map { Data($0.bytes) }
      try write(bytes, to: folder + "/" + feed.fileName)
    }
    let table = TruthTable(night)
    let moments = stride(from: Int64(0), through: night.durationMilliseconds, by: Int64.Stride(truthMilliseconds))
    let places = moments.lazy.map { Data(table.places(at: night.start.adding(milliseconds: $0)).utf8) }
    try write(places, head: TruthTable.placesHead, to: folder + "/truth.csv")
    try write(CollectionOfOne(Data(table.events.utf8)), to: folder + "/events.csv")
    try write(CollectionOfOne(Data(table.conditions.utf8)), to: folder + "/conditions.csv")
  }

  private static func write(_ pieces: some Sequence<Data>, head: String = "", to path: String) throws {
    try Data(head.utf8).write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    try file.seekToEnd()
    var waiting = Data()
    for piece in pieces {
      waiting.append(piece)
      if waiting.count >= pieceBytes {
        try file.write(contentsOf: waiting)
        waiting.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: waiting)
  }
}
