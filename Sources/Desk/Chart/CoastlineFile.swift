import Foundation

/// A GSHHG coastline of one resolution: the rings of land, lakes and islands, read on demand.
///
/// A line of the index or a ring that cannot be read is counted in `refusals` and passed over: a coastline with one
/// broken islet is still a chart. The data file is mapped, not loaded, since the full coastline is 85 megabytes.
struct CoastlineFile {
  /// How fine the coastline is, named as GSHHG names its files.
  enum Resolution: String, Sendable {
    case low = "l"
    case intermediate = "i"
    case full = "f"
  }

  /// Bounds on what is read: the full coastline of version 2.3 has 188,259 rings, the longest of 1,160,926 points.
  enum Limit {
    static let indexBytes = 64 << 20
    static let dataBytes = 512 << 20
    static let rings = 1_000_000
    static let pointsPerRing = 4_000_000
  }

  let records: [CoastlineRecord]
  /// How many lines of the index were passed over because they could not be read.
  let refusedLines: Int
  private let data: Data

  /// Opens the index and the data file of one resolution in a folder.
  ///
  /// Throws `BasemapError` when a file is missing, unreadable or over its limit, or the index holds no ring at all.
  init(folder: URL, resolution: Resolution) throws {
    let index = try Self.load(folder, "gshhsmeta_\(resolution.rawValue).dat", limit: Limit.indexBytes)
    let data = try Self.load(folder, "gshhs_\(resolution.rawValue).dat", limit: Limit.dataBytes)
    try self.init(index: index, data: data, place: folder.path)
  }

  init(index: Data, data: Data, place: String) throws {
    var records: [CoastlineRecord] = []
    var refused = 0
    for line in String(decoding: index, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard records.count < Limit.rings else {
        throw BasemapError(code: .overLimit, message: "The coastline index has over \(Limit.rings) rings", place: place)
      }
      if let record = CoastlineRecord(line: line), record.pointCount <= Limit.pointsPerRing {
        records.append(record)
      } else {
        refused += 1
      }
    }
    guard !records.isEmpty else {
      throw BasemapError(code: .malformed, message: "The coastline index holds no readable line", place: place)
    }
    self.records = records
    refusedLines = refused
    self.data = data
  }

  /// The corners of a ring, or nil when it reaches past the end of the file or holds a point off the globe.
  func ring(_ record: CoastlineRecord) -> [ChartPoint]? {
    let (byteCount, countOverflows) = record.pointCount.multipliedReportingOverflow(by: CoastlineRecord.bytesPerPoint)
    let (end, endOverflows) = record.byteOffset.addingReportingOverflow(byteCount)
    guard !countOverflows, !endOverflows, end <= data.count else { return nil }
    return data.withUnsafeBytes { bytes in
      var points: [ChartPoint] = []
      points.reserveCapacity(record.pointCount)
      for offset in stride(from: record.byteOffset, to: end, by: CoastlineRecord.bytesPerPoint) {
        let point = ChartPoint(
          longitudeDegrees: Self.degrees(bytes, offset), latitudeDegrees: Self.degrees(bytes, offset + 4))
        guard point.isOnTheGlobe else { return nil }
        points.append(point)
      }
      return points
    }
  }

  private static func degrees(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Double {
    let pattern = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    return Double(Float(bitPattern: pattern))
  }

  private static func load(_ folder: URL, _ name: String, limit: Int) throws -> Data {
    let file = folder.appendingPathComponent(name)
    guard let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int else {
      throw BasemapError(
        code: .missing, message: "There is no coastline; run scripts/fetch-assets, or name its folder with --source",
        place: file.path)
    }
    guard size <= limit else {
      throw BasemapError(
        code: .overLimit, message: "The file has \(size) bytes, over the limit of \(limit)", place: file.path)
    }
    do {
      return try Data(contentsOf: file, options: .mappedIfSafe)
    } catch {
      throw BasemapError(code: .unreadable, message: "The file cannot be read", place: file.path)
    }
  }
}
