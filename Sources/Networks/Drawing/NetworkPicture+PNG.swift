import CZlib

extension NetworkPicture {
  /// The picture as PNG, without words.
  ///
  /// Source: ISO/IEC 15948, Portable Network Graphics: 8 bits of red, green and blue, no filter.
  public var png: [UInt8] {
    var raster = Raster(width: width, height: height)
    for line in lines { raster.draw(from: marks[line.source].place, to: marks[line.target].place, lineOpacity) }
    for mark in marks { raster.fill(mark.place, mark.radius, Self.colours[mark.colour]) }
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header = Self.bigEndian(UInt32(width)) + Self.bigEndian(UInt32(height)) + [8, 2, 0, 0, 0]
    for (name, data) in [("IHDR", header), ("IDAT", Self.deflated(raster.rows)), ("IEND", [])] {
      let body = Array(name.utf8) + data
      bytes += Self.bigEndian(UInt32(data.count)) + body
      bytes += Self.bigEndian(UInt32(crc32(0, body, UInt32(body.count))))
    }
    return bytes
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    let status = compress2(&packed, &count, bytes, UInt(bytes.count), 6)
    // The room is as large as zlib asks for, so nothing but a lack of memory can fail here.
    precondition(status == Z_OK, "zlib has no memory")
    return Array(packed.prefix(Int(count)))
  }
}

/// Pixels in rows, each with the byte in front that says that it is not filtered.
private struct Raster {
  private let width: Int
  private let height: Int
  private(set) var rows: [UInt8]

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    rows = [UInt8](repeating: 255, count: height * (3 * width + 1))
    for row in 0..<height { rows[row * (3 * width + 1)] = 0 }
  }

  private mutating func blend(_ x: Int, _ y: Int, _ colour: [UInt8], _ share: Double) {
    guard x >= 0, y >= 0, x < width, y < height, share > 0 else { return }
    let place = y * (3 * width + 1) + 1 + 3 * x
    for part in 0..<3 {
      let mixed = Double(rows[place + part]) * (1 - share) + Double(colour[part]) * share
      rows[place + part] = UInt8(min(255, max(0, mixed.rounded())))
    }
  }

  /// Source: Wu, An efficient antialiasing technique (1991), without the ends.
  mutating func draw(from start: LayoutPoint, to end: LayoutPoint, _ opacity: Double) {
    let (across, down) = (end.x - start.x, end.y - start.y)
    let isSteep = down.magnitude > across.magnitude
    let steps = Int(max(across.magnitude, down.magnitude))
    for step in 0...max(1, steps) {
      let share = Double(step) / Double(max(1, steps))
      let (x, y) = (start.x + share * across, start.y + share * down)
      let (along, beside) = isSteep ? (y, x) : (x, y)
      let whole = Int(beside.rounded(.down))
      for (offset, cover) in [(0, 1 - (beside - Double(whole))), (1, beside - Double(whole))] {
        let (column, row) = isSteep ? (whole + offset, Int(along)) : (Int(along), whole + offset)
        blend(column, row, [136, 136, 136], opacity * cover)
      }
    }
  }

  mutating func fill(_ middle: LayoutPoint, _ radius: Double, _ colour: [UInt8]) {
    for y in Int(middle.y - radius - 1)...Int(middle.y + radius + 1) {
      for x in Int(middle.x - radius - 1)...Int(middle.x + radius + 1) {
        let distance = LayoutPoint(x: Double(x), y: Double(y)).distance(to: middle)
        blend(x, y, colour, min(1, max(0, radius + 0.5 - distance)))
      }
    }
  }
}
