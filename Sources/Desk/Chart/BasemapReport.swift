/// What a run of `Basemap.prepare` wrote and what it passed over.
package struct BasemapReport: Sendable {
  /// One prepared file.
  package struct Layer: Sendable {
    package let name: String
    package var areas = 0
    package var points = 0
    package var bytes = 0
    package var compressedBytes = 0
    /// Lines of the index and rings of the data that could not be read.
    package var refusedRings: Int

    init(name: String, refusedRings: Int) {
      self.name = name
      self.refusedRings = refusedRings
    }
  }

  package var layers: [Layer] = []

  /// A line a layer, for the terminal.
  package var text: String {
    layers.map { layer in
      let refused = layer.refusedRings == 0 ? "" : ", \(layer.refusedRings) rings could not be read"
      return "\(layer.name): \(layer.areas) areas, \(layer.points) points, \(layer.bytes / 1024) KiB "
        + "(\(layer.compressedBytes / 1024) KiB compressed)\(refused)"
    }.joined(separator: "\n")
  }
}
