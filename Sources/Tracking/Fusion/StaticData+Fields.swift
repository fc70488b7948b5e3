import Geodesy

/// The fields of static data as they are put together.
struct FieldValues: Sendable {
  var name: Dated<String>?
  var callSign: Dated<String>?
  var imo: Dated<UInt32>?
  var shipType: Dated<Int>?
  var lengthMetres: Dated<Double>?
  var beamMetres: Dated<Double>?
  var toBowMetres: Dated<Int>?
  var toSternMetres: Dated<Int>?
  var toPortMetres: Dated<Int>?
  var toStarboardMetres: Dated<Int>?
  var draughtMetres: Dated<Double>?
  var destination: Dated<String>?
  var eta: Dated<String>?

  init(_ fields: Fields?) {
    if let fields { self = fields.values }
  }
}

/// The fields of static data behind one reference; immutable, so that tracks share them freely.
final class Fields: Sendable {
  let values: FieldValues

  init(_ values: FieldValues) {
    self.values = values
  }
}
