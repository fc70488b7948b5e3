extension DriftMap {
  /// The map as a GeoTIFF: one band of 32-bit floating-point probabilities on WGS 84, north up, uncompressed.
  ///
  /// Source: TIFF 6.0 (Adobe 1992), sections 2 and 8; OGC 19-008r4 GeoTIFF 1.1, with ModelPixelScale, ModelTiepoint and the
  /// geographic system 4326. Cells without probability are 0.
  public func geoTIFF() -> [UInt8] {
    var tags = TIFFDirectory()
    tags.add(256, shorts: [UInt16(columns)])
    tags.add(257, shorts: [UInt16(rows)])
    tags.add(258, shorts: [32])
    tags.add(259, shorts: [1])
    tags.add(262, shorts: [1])
    tags.add(270, text: "Probability of containment in each cell, \(instant)")
    tags.add(273, longs: [0])
    tags.add(277, shorts: [1])
    tags.add(278, shorts: [UInt16(rows)])
    tags.add(279, longs: [UInt32(rows * columns * 4)])
    tags.add(339, shorts: [3])
    tags.add(33550, doubles: [cellWidthDegrees, cellHeightDegrees, 0])
    let north = southDegrees + Double(rows) * cellHeightDegrees
    tags.add(33922, doubles: [0, 0, 0, westDegrees, north, 0])
    // Geographic model, pixels are areas, WGS 84, degrees.
    tags.add(34735, shorts: [1, 1, 1, 4, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326, 2054, 0, 1, 9102])
    var bytes = tags.bytes(stripTag: 273)
    bytes.reserveCapacity(bytes.count + rows * columns * 4)
    for row in (0..<rows).reversed() {
      for column in 0..<columns {
        TIFFDirectory.append(Float(probabilities[row * columns + column]).bitPattern, to: &bytes)
      }
    }
    return bytes
  }
}

/// The header and the one directory of a little-endian TIFF file.
struct TIFFDirectory {
  private struct Entry {
    let tag: UInt16
    let type: UInt16
    let count: Int
    var value: [UInt8]
  }

  private var entries: [Entry] = []

  mutating func add(_ tag: UInt16, shorts: [UInt16]) { add(tag, type: 3, shorts) }
  mutating func add(_ tag: UInt16, longs: [UInt32]) { add(tag, type: 4, longs) }
  mutating func add(_ tag: UInt16, doubles: [Double]) { add(tag, type: 12, doubles.map(\.bitPattern)) }

  mutating func add(_ tag: UInt16, text: String) {
    let value = Array(text.utf8) + [0]
    entries.append(Entry(tag: tag, type: 2, count: value.count, value: value))
  }

  private mutating func add(_ tag: UInt16, type: UInt16, _ values: [some FixedWidthInteger]) {
    var value = [UInt8]()
    for number in values { Self.append(number, to: &value) }
    entries.append(Entry(tag: tag, type: type, count: values.count, value: value))
  }

  /// The header, the directory in the order of its tags, and the values that do not fit into it; the picture follows.
  ///
  /// - Parameter stripTag: the tag whose value is to be the place of the picture.
  func bytes(stripTag: UInt16) -> [UInt8] {
    let sorted = entries.sorted { $0.tag < $1.tag }
    let directoryEnd = 8 + 2 + 12 * sorted.count + 4
    let outside = sorted.filter { $0.value.count > 4 }.reduce(0) { $0 + ($1.value.count + 1) / 2 * 2 }
    var bytes: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0]
    var later = [UInt8]()
    Self.append(UInt16(sorted.count), to: &bytes)
    for entry in sorted {
      Self.append(entry.tag, to: &bytes)
      Self.append(entry.type, to: &bytes)
      Self.append(UInt32(entry.count), to: &bytes)
      if entry.tag == stripTag {
        Self.append(UInt32(directoryEnd + outside), to: &bytes)
      } else if entry.value.count <= 4 {
        bytes += entry.value + [UInt8](repeating: 0, count: 4 - entry.value.count)
      } else {
        Self.append(UInt32(directoryEnd + later.count), to: &bytes)
        later += entry.value
        if !later.count.isMultiple(of: 2) { later.append(0) }
      }
    }
    Self.append(UInt32(0), to: &bytes)
    return bytes + later
  }

  static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
