/// A place on the tracker's plane, in metres.
package struct PlanePlace: Hashable, Sendable {
  package var eastMetres: Double
  package var northMetres: Double

  package init(eastMetres: Double, northMetres: Double) {
    self.eastMetres = eastMetres
    self.northMetres = northMetres
  }
}
