import CZlib
import Foundation
import Testing

@testable import Desk

@Suite("Preparing the chart's coastline")
struct BasemapTests {
  struct Collection: Decodable {
    struct Feature: Decodable {
      struct Properties: Decodable { let kind: String }
      struct Geometry: Decodable { let type: String }
      let properties: Properties
      let geometry: Geometry
    }
    let attribution: String
    let features: [Feature]
  }

  @Test func drawsSeaLandLakeAndShoreInThatOrder() throws {
    let coast = try CoastlineSample.coastline([(2, CoastlineSample.lake), (1, CoastlineSample.island)])
    let layer = BasemapPlan.Layer(
      name: "test", resolution: .low, box: ChartBox(south: 50.5, west: 0, north: 53, east: 2) ?? .world,
      toleranceDegrees: 0, decimals: 4, leastZoom: 0)
    var summary = BasemapReport.Layer(name: "test", refusedRings: 0)
    let bytes = Basemap.draw(layer, coast, &summary)
    let drawn = try JSONDecoder().decode(Collection.self, from: Data(bytes))
    #expect(drawn.features.map(\.properties.kind) == ["sea", "land", "lake", "shore", "shore", "shore"])
    #expect(drawn.attribution.contains("GSHHG") && drawn.attribution.contains("LGPL"))
    #expect(summary.areas == 2)
  }

  @Test func aBrokenRingIsCountedAndTheRestIsDrawn() throws {
    var (index, data) = CoastlineSample.files([(1, CoastlineSample.island)])
    index.append(Data("1 1.0 1000 50 52 0 8000 broken\n".utf8))
    data.append(0)
    let coast = try CoastlineFile(index: index, data: data, place: "sample")
    let layer = BasemapPlan.Layer(
      name: "test", resolution: .low, box: .world, toleranceDegrees: 0, decimals: 4, leastZoom: 0)
    var summary = BasemapReport.Layer(name: "test", refusedRings: coast.refusedLines)
    _ = Basemap.draw(layer, coast, &summary)
    #expect(summary.areas == 1)
    #expect(summary.refusedRings == 1)
  }

  @Test func coordinatesAreRoundedAndWrittenShort() throws {
    var writer = ChartWriter(attribution: "x", decimals: 3)
    let isDrawn = writer.addLine(kind: "shore", line: [corner(-0.0004, 0.0504), corner(-1.5, 51.0206), corner(2, -3)])
    let isCollapsedDrawn = writer.addLine(kind: "shore", line: [corner(0.0001, 0), corner(0, 0)])
    #expect(isDrawn)
    #expect(!isCollapsedDrawn)
    let text = String(decoding: writer.finish(), as: UTF8.self)
    #expect(text.contains("[[0,0.05],[-1.5,51.021],[2,-3]]"))
  }

  @Test func gzipComesOutAsItWentInAndTheSameEachTime() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) }
    let packed = try gzip(bytes, place: "test")
    #expect(try gzip(bytes, place: "test") == packed)
    #expect(packed.count < bytes.count)
    var stream = z_stream()
    #expect(inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { inflateEnd(&stream) }
    var input = packed
    let unpacked = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        _ = inflate(&stream, Z_FINISH)
      }
      count = Int(stream.total_out)
    }
    #expect(unpacked == bytes)
  }

  @Test func preparesAFolderOfFilesThatBrowsersCanRead() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("foreland-chart-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("gshhg")
    try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
    let (index, data) = CoastlineSample.files([(1, CoastlineSample.island), (2, CoastlineSample.lake)])
    for letter in ["l", "i", "f"] {
      try index.write(to: source.appendingPathComponent("gshhsmeta_\(letter).dat"))
      try data.write(to: source.appendingPathComponent("gshhs_\(letter).dat"))
    }
    let out = folder.appendingPathComponent("prepared")
    let report = try Basemap.prepare(from: source, into: out)
    #expect(report.layers.map(\.name) == ["coast-world", "coast-region", "coast-centre"])
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path)
    for name in ["basemap.json", "coast-world.geojson", "coast-region.geojson", "coast-centre.geojson"] {
      #expect(names.contains(name) && names.contains(name + ".gz"))
      _ = try JSONSerialization.jsonObject(with: Data(contentsOf: out.appendingPathComponent(name)))
    }
  }
}
