import Geodesy
import Testing

@testable import Archive

/// What is written into a page comes out again, and damaged pages are refused in words.
struct PageTests {
  private func encode(_ positions: [ArchivedPosition]) throws -> EncodedPage {
    let names = Array(Set(positions.map(\.trackID)))
    let rows = positions.map { ArchiveRow($0, track: UInt32(names.firstIndex(of: $0.trackID)!)) }
    let ordered = SortedRows(rows: rows, names: names)
    var encoder = try PageEncoder()
    return try encoder.encode(ordered, tracks: 0..<ordered.trackIDs.count)
  }

  private func decode(_ bytes: [UInt8]) throws -> [ArchivedPosition] {
    var positions: [ArchivedPosition] = []
    try bytes.withUnsafeBytes { bytes in
      try PageReader().read(bytes, isWanted: { _ in true }) { track, row in
        if let position = row.position(of: track.id) { positions.append(position) }
        return .row
      }
    }
    return positions
  }

  @Test(arguments: 1...20)
  func aisPositionsComeBackExactly(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let count = Int.random(in: 1...2000, using: &random)
    let tracks = Int.random(in: 1...80, using: &random)
    let positions = randomPositions(count, tracks: tracks, spanMilliseconds: 600_000, using: &random)
    let page = try encode(positions)
    #expect(sorted(try decode(page.bytes)) == sorted(positions))
    #expect(page.rowCount == count)
  }

  @Test(arguments: 1...10)
  func otherPositionsComeBackWithinTwoMillimetres(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let positions = (0..<200).map { index in
      ArchivedPosition(
        trackID: "radar/\(index % 7)", at: moment(midnight + Int64(index) * 137),
        received: moment(midnight + Int64(index) * 137 + 5),
        position: Position(
          latitudeDegrees: .random(in: -90...90, using: &random),
          longitudeDegrees: .random(in: -180...180, using: &random))!,
        speedKnots: .random(in: 0...60, using: &random), courseDegrees: .random(in: 0..<360, using: &random))
    }
    let decoded = try decode(encode(positions).bytes)
    #expect(decoded.count == positions.count)
    let byMoment = Dictionary(uniqueKeysWithValues: positions.map { ($0.at, $0) })
    for position in decoded {
      let original = try #require(byMoment[position.at])
      #expect(Sphere.distanceMetres(from: position.position, to: original.position) < 0.003)
      #expect(abs((position.speedKnots ?? -1) - (original.speedKnots ?? -2)) <= 0.0005 + 1e-9)
      #expect(abs((position.courseDegrees ?? -1) - (original.courseDegrees ?? -2)) <= 0.0005 + 1e-9)
      #expect(position.headingDegrees == nil)
      #expect(position.received == original.received)
    }
  }

  @Test func tenMillionthsOfADegreeComeBackExactly() throws {
    var random = Seeded(state: 7)
    let positions = (0..<300).map { index in
      ArchivedPosition(
        trackID: "drone", at: moment(midnight + Int64(index)), received: moment(midnight + Int64(index)),
        position: Position(
          latitudeDegrees: Double(Int.random(in: -900_000_000...900_000_000, using: &random)) / 1e7,
          longitudeDegrees: Double(Int.random(in: -1_800_000_000...1_800_000_000, using: &random)) / 1e7)!)
    }
    #expect(try decode(encode(positions).bytes) == positions)
  }

  @Test func theExtremesOfTheEarthComeBack() throws {
    let places = [(90.0, 180.0), (-90, -180), (90, -180), (0, 0), (-90, 180)]
    let positions = places.enumerated().map { index, place in
      ArchivedPosition(
        trackID: "edge", at: moment(midnight + Int64(index) * 1000), received: moment(midnight + Int64(index) * 1000),
        position: Position(latitudeDegrees: place.0, longitudeDegrees: place.1)!, speedKnots: -3.5,
        courseDegrees: 1e9, headingDegrees: -1e9)
    }
    #expect(try decode(encode(positions).bytes) == positions)
  }

  @Test(arguments: 1...40)
  func damagedBytesNeverTrap(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let positions = randomPositions(200, tracks: 9, spanMilliseconds: 600_000, using: &random)
    let good = try encode(positions).bytes
    var refused = 0
    for _ in 0..<200 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
      if bytes == good { continue }
      #expect(throws: UnreadableBytes.self) { try decode(bytes) }
      // With a checksum that fits the damage, all that lies behind it must hold as well.
      guard bytes.count > 4 else { continue }
      let crc = bytes.dropLast(4).withUnsafeBytes { checksum($0) }
      for index in 0..<4 { bytes[bytes.count - 4 + index] = UInt8(truncatingIfNeeded: crc >> UInt32(8 * index)) }
      do { _ = try decode(bytes) } catch is UnreadableBytes { refused += 1 }
    }
    #expect(refused > 0)
  }

  @Test func numbersOfEveryLengthComeBack() {
    var writer = ByteWriter()
    var values: [Int64] = [.min, .max]
    for shift in 0..<64 {
      let power = Int64(1) << shift
      values += [power, power &- 1, 0 &- power]
    }
    for value in values { writer.append(signed: value) }
    writer.bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      for value in values { #expect(reader.signed() == value) }
      #expect(!reader.hasFailed)
      _ = reader.number()
      #expect(reader.hasFailed)
    }
  }
}
