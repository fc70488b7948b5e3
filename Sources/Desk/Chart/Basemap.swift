package import Foundation

/// The chart's coastline: GSHHG made ready for the browser.
package enum Basemap {
  /// Shown on the chart, as the licence of the data asks.
  package static let attribution = "Coastline: GSHHG, Wessel and Smith 1996, LGPL"

  /// Prepares every layer of a plan: a GeoJSON file each, its gzip beside it, and `basemap.json`, which lists them.
  ///
  /// Each file is written whole or not at all, so that a desk that serves the folder meanwhile sees old or new.
  /// Returns what was written and what was passed over. Throws `BasemapError`.
  package static func prepare(from source: URL, into out: URL, plan: BasemapPlan = BasemapPlan()) throws
    -> BasemapReport
  {
    do {
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    } catch {
      throw BasemapError(code: .unwritable, message: "The folder cannot be made", place: out.path)
    }
    var report = BasemapReport()
    for layer in plan.layers {
      let coast = try CoastlineFile(folder: source, resolution: layer.resolution)
      var summary = BasemapReport.Layer(name: layer.name, refusedRings: coast.refusedLines)
      let bytes = draw(layer, coast, &summary)
      summary.bytes = bytes.count
      summary.compressedBytes = try write(bytes, out.appendingPathComponent("\(layer.name).geojson"))
      report.layers.append(summary)
    }
    _ = try write(manifest(plan), out.appendingPathComponent("basemap.json"))
    return report
  }

  /// Land, lakes, islands in lakes, then shores: in this order each hides what it lies on.
  static func draw(_ layer: BasemapPlan.Layer, _ coast: CoastlineFile, _ summary: inout BasemapReport.Layer) -> [UInt8]
  {
    var writer = ChartWriter(attribution: attribution, decimals: layer.decimals)
    if layer.box != .world {
      _ = writer.addArea(kind: "sea", ring: layer.box.ring)
    }
    var shores: [[ChartPoint]] = []
    for (levels, kind) in [([.land, .antarcticIce], "land"), ([.lake], "lake"), ([.islandInLake], "island")]
      as [([CoastlineRecord.Level], String)]
    {
      for record in coast.records where levels.contains(record.level) && layer.box.overlaps(record) {
        guard let ring = coast.ring(record) else {
          summary.refusedRings += 1
          continue
        }
        guard let clipped = layer.box.clip(ring) else { continue }
        let area = simplify(clipped, toleranceDegrees: layer.toleranceDegrees)
        guard writer.addArea(kind: kind, ring: area) else { continue }
        summary.areas += 1
        summary.points += area.count
        shores += layer.box.shores(ring).map { simplify($0, toleranceDegrees: layer.toleranceDegrees) }
      }
    }
    for line in shores {
      _ = writer.addLine(kind: "shore", line: line)
    }
    return writer.finish()
  }

  private static func manifest(_ plan: BasemapPlan) -> [UInt8] {
    let layers = plan.layers.map { layer in
      let box = layer.box
      return """
        {"name":"\(layer.name)","file":"\(layer.name).geojson","leastZoom":\(layer.leastZoom),"box":\
        [\(box.southDegrees),\(box.westDegrees),\(box.northDegrees),\(box.eastDegrees)]}
        """
    }
    return Array(
      """
      {"attribution":"\(attribution)","layers":[
      \(layers.joined(separator: ",\n"))
      ]}

      """.utf8)
  }

  private static func write(_ bytes: [UInt8], _ file: URL) throws -> Int {
    let packed = try gzip(bytes, place: file.path)
    do {
      try Data(bytes).write(to: file, options: .atomic)
      try Data(packed).write(to: file.appendingPathExtension("gz"), options: .atomic)
    } catch {
      throw BasemapError(code: .unwritable, message: "The file cannot be written", place: file.path)
    }
    return packed.count
  }
}

extension ChartBox {
  fileprivate func overlaps(_ record: CoastlineRecord) -> Bool {
    record.northDegrees >= southDegrees && record.southDegrees <= northDegrees
  }
}
